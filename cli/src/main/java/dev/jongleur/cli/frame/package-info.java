/** What the commands share: how a failure is told, how much is told, where data lives. */
package dev.jongleur.cli.frame;
