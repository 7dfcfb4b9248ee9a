/**
 * What happens to tenants, and what an operator should know of: events and alerts as data, and
 * those who listen to them.
 */
package dev.jongleur.event;
