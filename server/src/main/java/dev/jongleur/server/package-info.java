/**
 * The REST door of an application, as LoopBack 3 serves its models: {@link
 * dev.jongleur.server.RestServer}. A request names its tenant, in a header or in its path, and is
 * refused before anything is looked up when it does not. Each request runs on a virtual thread of
 * its own, with its tenant as the current one.
 */
package dev.jongleur.server;
