package dev.jongleur.cli.serve;

import java.util.List;

/** Remembers which tenants are being filled with sample data, for as long as their data lasts. */
interface Fillings {
  /** For data that ends with the program: there is nothing to remember. */
  Fillings NONE =
      new Fillings() {
        @Override
        public void begin(String tenant) {}

        @Override
        public void finish(String tenant) {}

        @Override
        public List<String> unfinished() {
          return List.of();
        }
      };

  void begin(String tenant);

  void finish(String tenant);

  /** The tenants whose filling was begun and not finished. */
  List<String> unfinished();
}
