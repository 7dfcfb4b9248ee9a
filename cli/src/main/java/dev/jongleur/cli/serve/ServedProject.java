package dev.jongleur.cli.serve;

import dev.jongleur.Jongleur;
import dev.jongleur.ModelRegistry;
import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.cli.serve.Onboarding.Onboarded;
import dev.jongleur.connector.Settings;
import dev.jongleur.error.DataException;
import dev.jongleur.json.project.LoopBackProject;
import dev.jongleur.server.PortException;
import dev.jongleur.server.RestServer;
import dev.jongleur.server.RestSettings;
import java.util.List;
import java.util.Map;

/** A project that is being served. Closing it drains requests, then closes the databases. */
final class ServedProject implements AutoCloseable {
  private final LoopBackProject project;
  private final ServeRequest request;
  private final OpenedParts parts = new OpenedParts();
  private final Map<String, Settings> dataSources;
  private final List<Onboarded> tenants;
  private final int port;

  private ServedProject(LoopBackProject project, ServeRequest request) {
    this.project = project;
    this.request = request;
    this.dataSources = DataSourcePlan.of(project, request, new ModelRegistry().connectors());
    RestSettings settings = settings();
    try {
      Fillings fillings =
          isStored() ? parts.add(DataDirectory.open(request.data())) : Fillings.NONE;
      Jongleur jongleur = parts.add(open());
      this.tenants =
          new Onboarding(jongleur, fillings, new SampleData(project), dataSources)
              .all(request, project);
      this.port = parts.add(listen(jongleur, settings)).port();
    } catch (RuntimeException e) {
      parts.closeAfter(e);
      throw e;
    }
  }

  /**
   * Reads, opens and serves a project.
   *
   * @throws WrongRequest when it has no tenant
   * @throws dev.jongleur.error.JongleurException when the project cannot be read or its data opened
   * @throws dev.jongleur.cli.frame.CommandFailure when anything else stands in the way
   */
  static ServedProject start(LoopBackProject project, ServeRequest request) {
    return new ServedProject(project, request);
  }

  LoopBackProject project() {
    return project;
  }

  ServeRequest request() {
    return request;
  }

  /** The tenants there were at the start. */
  List<Onboarded> tenants() {
    return tenants;
  }

  int port() {
    return port;
  }

  /** Whether anything lies in the data directory. */
  boolean isStored() {
    return DataSourcePlan.isStored(dataSources);
  }

  @Override
  public void close() {
    parts.close();
  }

  private Jongleur open() {
    Jongleur.Builder builder = Jongleur.builder().blueprint(project.blueprint());
    dataSources.forEach(builder::dataSource);
    return builder.build();
  }

  private RestServer listen(Jongleur jongleur, RestSettings settings) {
    try {
      return RestServer.start(jongleur, settings);
    } catch (PortException e) {
      throw new CommandFailure(e.getMessage() + " Choose another with --port or --host.", e);
    }
  }

  private RestSettings settings() {
    if (project.publicModels().isEmpty()) {
      throw new CommandFailure(
          "The project "
              + project.directory()
              + " has no public model on a data source: there is"
              + " nothing to serve.");
    }
    try {
      return settings(request.address());
    } catch (DataException e) {
      throw new WrongRequest(String.valueOf(e.getMessage()));
    }
  }

  private RestSettings settings(ServeRequest.Address address) {
    RestSettings.Builder settings =
        RestSettings.builder()
            .host(address.host())
            .port(address.port())
            .apiPath(project.apiRoot())
            .tenantHeader(address.tenantHeader());
    project.publicModels().forEach(settings::publicModel);
    return settings.build();
  }
}
