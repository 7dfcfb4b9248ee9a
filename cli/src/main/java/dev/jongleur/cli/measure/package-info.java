/** What the measuring commands share: what is alive, how far a run is, how numbers scatter. */
package dev.jongleur.cli.measure;
