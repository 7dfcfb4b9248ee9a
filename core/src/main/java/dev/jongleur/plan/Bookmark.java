package dev.jongleur.plan;

import dev.jongleur.definition.ModelLookup;
import dev.jongleur.entity.JsonText;
import dev.jongleur.entity.Numbers;
import dev.jongleur.entity.Unreadable;
import dev.jongleur.entity.Values;
import dev.jongleur.error.DataException;
import dev.jongleur.error.QueryException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A place in an order as text that a client keeps: the model, the order, and the values of the
 * keys. It opens nothing: with another place in it, it is another place among the rows that the
 * filter may find. What was damaged, or belongs to another order, is refused.
 */
public final class Bookmark {
  private static final int VERSION = 1;
  private static final int CHECK = Integer.BYTES;
  private static final int LONGEST = 64 * 1024;

  private Bookmark() {}

  public static String at(Keyset keyset, List<@Nullable Object> place) {
    var values = new ArrayList<@Nullable Object>();
    place.forEach(value -> values.add(text(value)));
    byte[] content =
        JsonText.print(List.of(VERSION, keyset.model().name(), keyset.order(), values))
            .getBytes(StandardCharsets.UTF_8);
    ByteBuffer whole = ByteBuffer.allocate(content.length + CHECK);
    var _ = whole.put(content).putInt(check(content));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
  }

  /**
   * The place that a bookmark tells.
   *
   * @throws QueryException when it is none, or one of another model or order
   */
  public static List<@Nullable Object> read(String bookmark, Keyset keyset) {
    if (!(content(bookmark) instanceof List<?> parts)
        || parts.size() != 4
        || !(parts.get(3) instanceof List<?> values)) {
      throw noBookmark();
    }
    if (!List.of((long) VERSION, keyset.model().name(), keyset.order()).equals(parts.subList(0, 3))
        || values.size() != keyset.keys().size()) {
      throw new QueryException(
          "The bookmark belongs to another order than that of \""
              + keyset.model().name()
              + "\" by "
              + keyset.order()
              + ".");
    }
    var place = new ArrayList<@Nullable Object>();
    for (int i = 0; i < values.size(); i++) {
      place.add(value(keyset.keys().get(i), values.get(i)));
    }
    return place;
  }

  private static @Nullable String text(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Number number -> Numbers.text(number);
      default -> Values.text(value);
    };
  }

  private static @Nullable Object value(SortKey key, @Nullable Object text) {
    if (text == null) {
      return null;
    }
    Object value = Values.read(key.property().type(), text, ModelLookup.NONE);
    if (value instanceof Unreadable) {
      throw noBookmark();
    }
    return value;
  }

  private static @Nullable Object content(String bookmark) {
    if (bookmark.length() > LONGEST) {
      throw noBookmark();
    }
    try {
      byte[] whole = Base64.getUrlDecoder().decode(bookmark);
      int length = whole.length - CHECK;
      byte[] content = Arrays.copyOf(whole, Math.max(0, length));
      if (length < 0 || ByteBuffer.wrap(whole, length, CHECK).getInt() != check(content)) {
        throw noBookmark();
      }
      return JsonText.parse(new String(content, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | DataException e) {
      throw noBookmark();
    }
  }

  private static int check(byte[] content) {
    var check = new CRC32();
    check.update(content);
    return (int) check.getValue();
  }

  private static QueryException noBookmark() {
    return new QueryException("This is no bookmark; take one as a page gave it.");
  }
}
