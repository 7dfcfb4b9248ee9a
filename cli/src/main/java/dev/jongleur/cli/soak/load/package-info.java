/** What a soak does again and again: requests that end in one manner or another. */
package dev.jongleur.cli.soak.load;
