package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent wrongly or with bad intent is refused in plain words, and changes nothing. */
class BadInputTest {
  private static final String SHOPS = "/api/CoffeeShops";
  private static final String ROW = "[{\"id\":1,\"name\":\"%s\",\"city\":\"Berlin\"}]";

  private static Shops shops;

  @BeforeAll
  static void each_tenant_has_a_shop() {
    shops = Shops.open();
    shops.post("acme", SHOPS, "{\"name\":\"A\"}").object();
    shops.post("globex", SHOPS, "{\"name\":\"G\"}").object();
  }

  @AfterEach
  void both_tenants_have_what_they_had() {
    assertThat(shops.get("acme", SHOPS).text()).isEqualTo(ROW.formatted("A"));
    assertThat(shops.get("globex", SHOPS).text()).isEqualTo(ROW.formatted("G"));
  }

  @AfterAll
  static void nothing_is_left() {
    shops.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {"name":}                 | line 1, column 9
          {"name":"x"               | line 1
          {"name":"x"} {}           | more behind
          {"name":"x","name":"y"}   | "name" is given twice
          {'name':'x'}              | line 1, column 2
          {"name":"x",}             | line 1
          [{"name":"x"},]           | line 1
          {"rating":1e999}          | too large
          """)
  void malformed_json_is_refused_with_its_place(String body, String told) {
    Said said = shops.post("acme", SHOPS, body);

    assertThat(said.code(400)).isEqualTo("INVALID_DATA");
    assertThat(said.message(400)).contains(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"text\"", "null", "true", "[1]", "[[]]", "[null]"})
  void what_is_no_object_is_refused(String body) {
    assertThat(shops.post("acme", SHOPS, body).message(400)).isEqualTo("Value is not an object.");
  }

  @Test
  void a_list_is_taken_only_where_several_are_created() {
    assertThat(shops.send("PATCH", "acme", SHOPS, "[{\"name\":\"x\"}]").message(400))
        .isEqualTo("Value is not an object.");
  }

  @Test
  void invalid_utf_8_is_refused() {
    Said said =
        shops.send(
            shops
                .request(SHOPS)
                .header("X-Tenant-ID", "acme")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofByteArray(
                        new byte[] {'{', '"', 'n', '"', ':', '"', (byte) 0xC3, '(', '"', '}'})));

    assertThat(said.code(400)).isEqualTo("INVALID_DATA");
    assertThat(shops.get("acme", SHOPS + "/%C3%28").code(400)).isEqualTo("INVALID_PATH");
  }

  @Test
  void a_body_that_is_nested_too_deep_is_refused() {
    String body = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);

    assertThat(shops.post("acme", SHOPS, body).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/xml",
        "application/json; charset=utf-16",
        "application/json; charset=nonsense",
        "nonsense",
        "application/json/x;;"
      })
  void a_body_that_is_no_json_by_its_type_is_refused(String type) {
    Said said =
        shops.send(
            shops
                .request(SHOPS)
                .header("X-Tenant-ID", "acme")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("{\"name\":\"x\"}")));

    assertThat(said.code(415)).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void a_body_without_a_type_is_refused() {
    Said said =
        shops.send(
            shops
                .request(SHOPS)
                .header("X-Tenant-ID", "acme")
                .POST(BodyPublishers.ofString("{\"name\":\"x\"}")));

    assertThat(said.status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "abc", "[1]", "\"x\"", "12", "{\"where\":{\"a\":}}", "{\"a\":1,\"a\":2}"})
  void a_filter_that_cannot_be_read_is_refused(String filter) {
    assertThat(shops.get("acme", SHOPS + "?filter=" + encoded(filter)).status()).isEqualTo(400);
    assertThat(shops.get("acme", SHOPS + "/count?where=" + encoded(filter)).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "filter=%zz",
        "filter=1&filter=2",
        "filter[where=1",
        "filter[where]=1",
        "filter[limit]=-1",
        "filter[limit]=many",
        "filter[where][a][b][c][d][e][f][g][h][i][j][k][l][m][n][o][p][q][r][s][t][u]=1",
        "filter[nonsense]=1",
        "filter[include]=nothing"
      })
  void a_query_string_that_cannot_be_read_is_refused(String query) throws Exception {
    String said = Wire.say(shops.server.port(), "GET " + SHOPS + "?" + query, "X-Tenant-ID: acme");

    assertThat(said).startsWith("HTTP/1.1 400").contains("\"statusCode\":400");
  }

  @Test
  void a_filter_of_10000_levels_is_too_deep() {
    String filter = "{\"and\":[".repeat(5_000) + "]}".repeat(5_000);
    Said said = shops.get("acme", SHOPS + "?filter=" + encoded(filter));

    assertThat(said.code(400)).isEqualTo("QUERY_OBJECT_TOO_DEEP");
    String where = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
    assertThat(
            shops
                .get(
                    "acme",
                    SHOPS
                        + "?filter="
                        + where.replace("\"", "%22").replace("{", "%7B").replace("}", "%7D"))
                .code(400))
        .isEqualTo("QUERY_OBJECT_TOO_DEEP");
    assertThat(shops.post("acme", SHOPS + "/update?where=" + encoded(filter), "{}").code(400))
        .isEqualTo("QUERY_OBJECT_TOO_DEEP");
  }

  @Test
  void a_filter_that_is_too_long_is_refused() {
    String filter = "{\"where\":{\"name\":\"" + "x".repeat(17_000) + "\"}}";

    assertThat(shops.get("acme", SHOPS + "?filter=" + encoded(filter)).message(400))
        .isEqualTo("A filter is at most 16384 characters long.");
    assertThat(shops.get("acme", SHOPS + "?filter[where][name]=" + "x".repeat(60_000)).message(400))
        .isEqualTo("A filter is at most 16384 characters long.");
  }

  @Test
  void a_first_line_without_end_is_refused() throws Exception {
    try (var wire = new Wire(shops.server.port())) {
      // Just beyond what is taken: what is left unread would reset the connection.
      wire.send("GET /api/CoffeeShops?filter=" + "x".repeat(155_640));

      assertThat(wire.answer()).startsWith("HTTP/1.1 414").contains("\"statusCode\":414");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1; DROP TABLE CoffeeShop",
        "1' OR '1'='1",
        "1 UNION SELECT 1",
        "\"",
        "%",
        "..",
        "{}",
        "null"
      })
  void sql_and_other_text_as_an_id_is_an_unknown_id(String id) {
    assertThat(shops.get("acme", SHOPS + "/" + path(id)).code(404)).isEqualTo("MODEL_NOT_FOUND");
    assertThat(shops.send("DELETE", "acme", SHOPS + "/" + path(id), "").text())
        .isEqualTo("{\"count\":0}");
    assertThat(shops.send("PATCH", "acme", SHOPS + "/" + path(id), "{}").code(404))
        .isEqualTo("MODEL_NOT_FOUND");
  }

  @Test
  void sql_as_a_property_or_an_order_finds_nothing_or_is_refused() {
    String where = "{\"where\":{\"name\\\" = '' OR 1=1 --\":\"x\"}}";
    String order = "{\"order\":\"name; DROP TABLE CoffeeShop\"}";
    String operator = "{\"where\":{\"name\":{\"'; DROP\":1}}}";

    for (String filter : new String[] {where, order, operator}) {
      Said said = shops.get("acme", SHOPS + "?filter=" + encoded(filter));
      assertThat(said.status()).as(said.text()).isIn(200, 400);
      assertThat(said.text()).doesNotContain("SQL", "Exception");
    }
  }

  @Test
  void an_unknown_path_is_told_in_loopbacks_words() {
    assertThat(shops.get("acme", "/api/Nothing/1").message(404))
        .isEqualTo("There is no method to handle GET /api/Nothing/1");
    assertThat(shops.get("", "/nowhere").message(404))
        .isEqualTo("There is no method to handle GET /nowhere");
    assertThat(shops.get("acme", SHOPS + "/1/2/3/4").message(404))
        .isEqualTo("Shared class \"CoffeeShop\" has no method handling GET /1/2/3/4");
    assertThat(shops.send("TRACE", "acme", SHOPS, "").status()).isEqualTo(404);
  }

  @Test
  void options_tells_what_is_allowed() {
    Said said = shops.send("OPTIONS", "", SHOPS, "");

    assertThat(said.status()).isEqualTo(204);
    assertThat(said.headers().firstValue("Allow"))
        .hasValueSatisfying(allowed -> assertThat(allowed).contains("PATCH"));
  }

  @Test
  void a_long_id_is_not_told_back_whole() {
    assertThat(shops.get("acme", SHOPS + "/" + "x".repeat(5_000)).message(404))
        .hasSizeLessThan(200);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String path(String text) {
    return encoded(text).replace("+", "%20").replace(".", "%2E");
  }
}
