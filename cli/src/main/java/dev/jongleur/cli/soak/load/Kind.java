package dev.jongleur.cli.soak.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The kinds of model an application has: between them most types, and relations both ways. */
enum Kind {
  CUSTOMER(
      "Customer",
      """
      {"name": "Customer#", "properties": {
         "owner": {"type": "string", "required": true, "index": true},
         "name": {"type": "string", "required": true},
         "age": "number",
         "vip": {"type": "boolean", "default": false},
         "since": "date",
         "address": {"street": "string", "zip": "string"}},
       "relations": {"orders": {"type": "hasMany", "model": "Order#", "foreignKey": "customerId"}}}
      """) {
    @Override
    Map<String, Object> row(String owner, long number) {
      return Map.of(
          "owner",
          owner,
          "name",
          "Ada " + digits(number),
          "age",
          number % 100,
          "vip",
          number % 2 == 0,
          "since",
          NOON,
          "address",
          Map.of("street", "Main Street " + digits(number), "zip", "00123"));
    }
  },
  ORDER(
      "Order",
      """
      {"name": "Order#", "properties": {
         "id": {"type": "string", "id": true},
         "owner": {"type": "string", "required": true},
         "number": {"type": "number", "required": true},
         "total": "number",
         "placed": "date",
         "notes": ["string"]},
       "relations": {
         "customer": {"type": "belongsTo", "model": "Customer#", "foreignKey": "customerId"},
         "lines": {"type": "hasMany", "model": "Line#", "foreignKey": "orderId"}}}
      """) {
    @Override
    Map<String, Object> row(String owner, long number) {
      return Map.of(
          "id",
          owner + "-" + digits(number),
          "owner",
          owner,
          "number",
          number,
          "total",
          number + 0.25,
          "placed",
          NOON,
          "notes",
          List.of("fragile", "no " + digits(number)));
    }
  },
  LINE(
      "Line",
      """
      {"name": "Line#", "strict": true, "properties": {
         "owner": {"type": "string", "required": true},
         "sku": {"type": "string", "required": true},
         "quantity": {"type": "number", "default": 1},
         "extra": "object"},
       "relations": {
         "order": {"type": "belongsTo", "model": "Order#", "foreignKey": "orderId"},
         "shop": {"type": "belongsTo", "model": "Shop#", "foreignKey": "shopId"}}}
      """) {
    @Override
    Map<String, Object> row(String owner, long number) {
      return Map.of(
          "owner",
          owner,
          "sku",
          "SKU-" + digits(number),
          "quantity",
          number % 7,
          "extra",
          Map.of("gift", true, "text", "for " + owner));
    }
  },
  SHOP(
      "Shop",
      """
      {"name": "Shop#", "properties": {
         "owner": {"type": "string", "required": true},
         "city": {"type": "string", "index": true},
         "open": "boolean",
         "place": "geopoint"},
       "relations": {"sold": {"type": "hasMany", "model": "Line#", "foreignKey": "shopId"}}}
      """) {
    @Override
    Map<String, Object> row(String owner, long number) {
      return Map.of(
          "owner",
          owner,
          "city",
          "City " + (10 + number % 90),
          "open",
          true,
          "place",
          Map.of("lat", number % 90, "lng", -number % 180));
    }
  };

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final String label;
  private final String template;

  Kind(String label, String template) {
    this.label = label;
    this.template = template;
  }

  String label() {
    return label;
  }

  /** The model file of this kind in a group. */
  String text(int group) {
    return template.replace("#", String.valueOf(group));
  }

  abstract Map<String, Object> row(String owner, long number);

  /** As many of them for every number, so that later rows are no larger than earlier ones. */
  private static String digits(long number) {
    return Long.toString(1_000_000_000_000L + number);
  }
}
