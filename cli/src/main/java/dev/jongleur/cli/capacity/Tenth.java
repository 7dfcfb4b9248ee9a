package dev.jongleur.cli.capacity;

/**
 * A tenth of a run.
 *
 * @param visits that went well in it
 * @param seconds it took
 * @param cpuSeconds that processors worked for it: what else the machine does is not in there
 * @param liveHeap what full collections left after it
 */
record Tenth(long visits, double seconds, double cpuSeconds, long liveHeap) {
  double perSecond() {
    return visits / seconds;
  }

  double cpuMillisEach() {
    return visits == 0 ? 0 : 1000 * cpuSeconds / visits;
  }
}
