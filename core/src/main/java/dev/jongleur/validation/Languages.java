package dev.jongleur.validation;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The languages that there are messages in. Whoever asks from outside cannot make it look for more
 * than Java knows languages: what was looked for is remembered for ever.
 */
public final class Languages {
  private static final String OURS = "dev.jongleur.validation.messages";

  /** What the messages are in that are of no language. */
  private static final String ENGLISH = "en";

  private static final Set<Locale> KNOWN = Set.of(Locale.getAvailableLocales());

  private Languages() {}

  /**
   * The first of some languages that there are messages in.
   *
   * @param wanted a locale; a tag; or several with their weights, as {@code Accept-Language} has
   *     them
   */
  public static Optional<Locale> best(Object wanted) {
    return switch (wanted) {
      case Locale locale -> Optional.of(locale).filter(Languages::has);
      default ->
          ranges(String.valueOf(wanted)).stream()
              .filter(range -> range.getWeight() > 0)
              .map(range -> Locale.forLanguageTag(range.getRange()))
              .filter(Languages::has)
              .findFirst();
    };
  }

  private static List<LanguageRange> ranges(String text) {
    try {
      return LanguageRange.parse(text);
    } catch (IllegalArgumentException _) {
      return List.of();
    }
  }

  private static boolean has(Locale locale) {
    String language = locale.getLanguage();
    return language.equals(ENGLISH) || !language.isEmpty() && fits(found(locale), locale);
  }

  /** The messages of a language; English where there are none, whatever the JVM speaks. */
  static ResourceBundle messages(Locale locale) {
    ResourceBundle found = found(locale);
    return fits(found, locale) ? found : ResourceBundle.getBundle(OURS, Locale.ROOT);
  }

  private static ResourceBundle found(Locale locale) {
    return ResourceBundle.getBundle(OURS, known(locale));
  }

  private static boolean fits(ResourceBundle found, Locale locale) {
    return found.getLocale().getLanguage().equals(locale.getLanguage());
  }

  /** As near to it as there is one that Java knows. */
  private static Locale known(Locale locale) {
    if (KNOWN.contains(locale)) {
      return locale;
    }
    Locale language = Locale.of(locale.getLanguage());
    return KNOWN.contains(language) ? language : Locale.ROOT;
  }
}
