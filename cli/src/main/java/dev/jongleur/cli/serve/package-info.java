/**
 * {@code jongleur serve}: a LoopBack 3 project becomes a service for many tenants. {@link
 * dev.jongleur.cli.serve.ServedProject} puts the parts together and takes them apart again, in
 * order; the command around it asks, tells and waits.
 */
package dev.jongleur.cli.serve;
