package dev.jongleur;

/**
 * How many bytes of the heap something takes, as far as can be told without walking over it.
 *
 * @param bytes an estimate: counts times what one takes as measured, not a measurement
 * @param how what was counted and with what it was multiplied
 */
public record BytesEstimated(long bytes, String how) {}
