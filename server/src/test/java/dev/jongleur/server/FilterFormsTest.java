package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A filter as JSON and with brackets: the same question. */
class FilterFormsTest {
  private static Shops shops;

  @BeforeAll
  static void two_tenants_have_shops() {
    shops = Shops.open();
    shops
        .post(
            "acme",
            "/api/CoffeeShops",
            """
            [{"name":"A","rating":1,"open":true},{"name":"B","rating":2,"open":false},
             {"name":"C","rating":3,"open":true},{"name":"D","since":"2020-01-01"}]
            """)
        .list();
    shops.post("globex", "/api/CoffeeShops", "{\"name\":\"G\",\"rating\":2,\"open\":true}");
  }

  @AfterAll
  static void nothing_is_left() {
    shops.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"where":{"rating":{"gt":1}}}                     | filter[where][rating][gt]=1               | BC
          {"where":{"rating":2}}                            | filter[where][rating]=2                   | B
          {"where":{"open":true}}                           | filter[where][open]=true                  | AC
          {"where":{"open":false}}                          | filter[where][open]=false                 | B
          {"where":{"name":{"inq":["A","C"]}}}              | filter[where][name][inq]=A&filter[where][name][inq]=C | AC
          {"where":{"name":{"inq":["A","C"]}}}              | filter[where][name][inq][]=A&filter[where][name][inq][]=C | AC
          {"where":{"or":[{"name":"A"},{"rating":3}]}}      | filter[where][or][0][name]=A&filter[where][or][1][rating]=3 | AC
          {"where":{"rating":{"between":[2,3]}}}            | filter[where][rating][between][0]=2&filter[where][rating][between][1]=3 | BC
          {"where":{"since":{"gt":"2019-01-01"}}}           | filter[where][since][gt]=2019-01-01       | D
          {"where":{"name":{"like":"A"}}}                   | filter[where][name][like]=A               | A
          {"order":"name DESC","limit":2}                   | filter[order]=name%20DESC&filter[limit]=2 | DC
          {"order":["name DESC"],"skip":1,"limit":1}        | filter[order][0]=name%20DESC&filter[skip]=1&filter[limit]=1 | C
          {"offset":3}                                      | filter[offset]=3                          | D
          {"where":{"name":"A"},"fields":{"name":true}}     | filter[where][name]=A&filter[fields][name]=true | A
          {"where":{"name":"A"},"fields":["name"]}          | filter[where][name]=A&filter[fields][0]=name    | A
          """)
  void json_and_brackets_find_the_same(String json, String brackets, String names) {
    Said byJson = shops.get("acme", "/api/CoffeeShops?filter=" + encoded(json));
    Said byBrackets = shops.get("acme", "/api/CoffeeShops?" + brackets);
    Said byEncodedBrackets =
        shops.get("acme", "/api/CoffeeShops?" + brackets.replace("[", "%5B").replace("]", "%5D"));

    assertThat(String.join("", byJson.names())).isEqualTo(names);
    assertThat(byBrackets.text()).isEqualTo(byJson.text());
    assertThat(byEncodedBrackets.text()).isEqualTo(byJson.text());
  }

  @Test
  void an_empty_filter_asks_for_everything() {
    assertThat(shops.get("acme", "/api/CoffeeShops?filter=").names()).hasSize(4);
    assertThat(shops.get("acme", "/api/CoffeeShops?filter=null").names()).hasSize(4);
    assertThat(shops.get("acme", "/api/CoffeeShops?filter={}".replace("{}", "%7B%7D")).names())
        .hasSize(4);
  }

  @Test
  void a_filter_with_brackets_and_quotes_as_they_are_is_read() throws Exception {
    String path = "/api/CoffeeShops?filter={\"where\":{\"name\":{\"inq\":[\"A\"]}}}";

    String said = Wire.say(shops.server.port(), "GET " + path, "X-Tenant-ID: acme");

    assertThat(said).startsWith("HTTP/1.1 200").contains("\"name\":\"A\"").doesNotContain("B\"");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
