package dev.jongleur.cli.serve;

import dev.jongleur.cli.serve.ServeRequest.Address;
import dev.jongleur.json.project.LoopBackProject;
import java.nio.file.Path;
import java.util.List;

/** The example of the repository, served at any free port with its data in a directory. */
final class CoffeeShop {
  static final Path DIRECTORY = Path.of("..", "examples", "coffee-shop");

  private CoffeeShop() {}

  static ServedProject serve(Path data, String... tenants) {
    return serve(LoopBackProject.read(DIRECTORY), data, false, tenants);
  }

  static ServedProject serve(
      LoopBackProject project, Path data, boolean embedded, String... tenants) {
    var address = new Address("127.0.0.1", 0, "X-Tenant-ID");
    return ServedProject.start(
        project, new ServeRequest(project.directory(), data, address, List.of(tenants), embedded));
  }
}
