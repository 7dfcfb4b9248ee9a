/**
 * What the server knows of HTTP and nothing of models: the listener, the sockets of clients and how
 * long they may be silent, paths and bodies within limits. Not API.
 */
package dev.jongleur.server.web;
