package dev.jongleur.observer;

import dev.jongleur.error.MisuseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an observer of commands sees (F-367): the text, which has no values where Jongleur wrote it,
 * and the values, which may be secret. Printing it tells neither. For one thread.
 */
public final class CommandContext {
  private final CommandHook hook;
  private final String text;
  private final List<? extends @Nullable Object> parameters;
  private final boolean answerable;
  private @Nullable List<Map<String, Object>> result;

  private CommandContext(
      CommandHook hook,
      String text,
      List<? extends @Nullable Object> parameters,
      boolean answerable,
      @Nullable List<Map<String, Object>> result) {
    this.hook = hook;
    this.text = text;
    this.parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
    this.answerable = answerable;
    this.result = result;
  }

  /** Before a command is sent; one of {@code DataSource.execute} may be answered in its place. */
  public static CommandContext before(
      String text, List<? extends @Nullable Object> parameters, boolean answerable) {
    return new CommandContext(CommandHook.BEFORE_EXECUTE, text, parameters, answerable, null);
  }

  /** After a command, with its rows where {@code DataSource.execute} sent it. */
  public static CommandContext after(
      String text,
      List<? extends @Nullable Object> parameters,
      @Nullable List<Map<String, Object>> result) {
    return new CommandContext(CommandHook.AFTER_EXECUTE, text, parameters, result != null, result);
  }

  public CommandHook hook() {
    return hook;
  }

  public String text() {
    return text;
  }

  /** The values that are bound to its parameters, in their order. */
  public List<? extends @Nullable Object> parameters() {
    return parameters;
  }

  /** The rows that {@code DataSource.execute} returns, as far as they are known. */
  public Optional<List<Map<String, Object>>> result() {
    return Optional.ofNullable(result);
  }

  /**
   * Answers with these rows: before the command it is not sent, and observers that come later are
   * not called before it; afterwards they take the place of its rows.
   *
   * @throws MisuseException for the commands of models' operations, whose answers have a form of
   *     their own
   */
  public void end(List<Map<String, Object>> rows) {
    if (!answerable) {
      throw new MisuseException(
          "Only a command of DataSource.execute can be answered by an observer.");
    }
    result = List.copyOf(rows);
  }

  @Override
  public String toString() {
    return hook.label() + " with " + parameters.size() + " parameters";
  }
}
