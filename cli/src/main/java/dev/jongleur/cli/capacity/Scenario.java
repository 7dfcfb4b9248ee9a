package dev.jongleur.cli.capacity;

/** What goes on in an application under load. */
interface Scenario {
  /** How many stretches there are: one that warms up, and ten that count. */
  int STRETCHES = 11;

  /** How a table calls what one visit is. */
  String visits();

  /** What has to be there first; not counted. */
  void prepare();

  /** One of the stretches, each as long as the others; says how many visits went well. */
  long stretch(int number);
}
