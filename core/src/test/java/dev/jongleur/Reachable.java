package dev.jongleur;

import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What can be reached from an object by strong references through our own classes and the JDK's
 * collections: what an operation cannot reach it cannot walk over.
 */
public final class Reachable {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> left = new ArrayDeque<>();

  private Reachable(Object root) {
    add(root);
    while (!left.isEmpty()) {
      follow(left.pop());
    }
  }

  public static Reachable from(Object root) {
    return new Reachable(root);
  }

  /** How many objects of a class are among them. */
  public long count(Class<?> type) {
    return seen.stream().filter(type::isInstance).count();
  }

  private void add(@Nullable Object object) {
    if (object != null && !(object instanceof Reference) && seen.add(object)) {
      left.push(object);
    }
  }

  private void follow(Object object) {
    switch (object) {
      case Map<?, ?> map ->
          map.forEach((key, value) -> {
            add(key);
            add(value);
          });
      case Collection<?> items -> items.forEach(this::add);
      case Optional<?> one -> one.ifPresent(this::add);
      case AtomicReference<?> reference -> add(reference.get());
      case Object[] items -> {
        for (int i = 0; i < items.length; i++) {
          add(Array.get(items, i));
        }
      }
      default -> fields(object);
    }
  }

  private void fields(Object object) {
    for (Class<?> type = object.getClass(); isOurs(type); type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          add(read(field, object));
        }
      }
    }
  }

  private static boolean isOurs(@Nullable Class<?> type) {
    return type != null && type.getName().startsWith("dev.jongleur.");
  }

  private static @Nullable Object read(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new AssertionError(field + " cannot be read", e);
    }
  }
}
