package se.tillit.asset.register;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tillit.asset.InformationForm;
import se.tillit.asset.PersonalData;
import se.tillit.kernel.Refused;

/// Which assets a list shows and in which order, as its address says it.
///
/// @param text the beginnings of words in the name or type
/// @param unit a unit and all below it
/// @param lack shows only those whose keeping lacks this
/// @param shelf those in use, taken off, or locked
public record AssetFilter(
    String text,
    @Nullable UUID unit,
    @Nullable InformationForm form,
    @Nullable PersonalData personalData,
    @Nullable Lack lack,
    Shelf shelf,
    Order order) {

  static final AssetFilter ALL =
      new AssetFilter("", null, null, null, null, Shelf.IN_USE, new Order(Sort.NAME, false));

  /// What is missing in the keeping of an asset.
  public enum Lack {
    OWNER,
    CLASS,
    EXPIRED_CLASS,
    CONFIRMATION;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Which part of the register.
  public enum Shelf {
    IN_USE,
    RETIRED,
    LOCKED;

    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String state() {
      return this == IN_USE ? "active" : key();
    }
  }

  /// What the rows are sorted by.
  public enum Sort {
    NAME,
    CONFIRMED,
    CLASS;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The order of the rows.
  public record Order(Sort sort, boolean descending) {

    public String key() {
      return (descending ? "-" : "") + sort.key();
    }
  }

  /// Reads the address; a word that means nothing is refused beside its parameter.
  public static AssetFilter of(Map<String, String> parameters) {
    String sort = parameters.getOrDefault("sort", "");
    boolean descending = sort.startsWith("-");
    return new AssetFilter(
        AssetForm.text(parameters.get("q")),
        unit(parameters.get("unit")),
        one(InformationForm.class, parameters.get("form"), "form"),
        one(PersonalData.class, parameters.get("personal"), "personal"),
        one(Lack.class, parameters.get("lacks"), "lacks"),
        otherwise(one(Shelf.class, parameters.get("shelf"), "shelf"), Shelf.IN_USE),
        new Order(
            otherwise(one(Sort.class, sort.replace("-", ""), "sort"), Sort.NAME), descending));
  }

  /// The same list as an address, without paging.
  public String query() {
    var parts = new LinkedHashMap<String, String>();
    put(parts, "q", text);
    put(parts, "unit", unit == null ? "" : unit.toString());
    put(parts, "form", form == null ? "" : form.key());
    put(parts, "personal", personalData == null ? "" : personalData.key());
    put(parts, "lacks", lack == null ? "" : lack.key());
    put(parts, "shelf", shelf == Shelf.IN_USE ? "" : shelf.key());
    put(parts, "sort", order.equals(ALL.order) ? "" : order.key());
    return parts.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  public AssetFilter sorted(Order newOrder) {
    return new AssetFilter(text, unit, form, personalData, lack, shelf, newOrder);
  }

  public boolean narrows() {
    return !sorted(ALL.order).equals(ALL);
  }

  private static void put(Map<String, String> parts, String name, String value) {
    if (!value.isEmpty()) {
      parts.put(name, value);
    }
  }

  private static boolean blank(@Nullable String typed) {
    return typed == null || typed.isBlank();
  }

  private static @Nullable UUID unit(@Nullable String typed) {
    if (blank(typed)) {
      return null;
    }
    try {
      return UUID.fromString(String.valueOf(typed).strip());
    } catch (IllegalArgumentException e) {
      throw meaningless("unit");
    }
  }

  private static <E extends Enum<E>> @Nullable E one(
      Class<E> words, @Nullable String typed, String parameter) {
    if (blank(typed)) {
      return null;
    }
    String wanted = String.valueOf(typed).toUpperCase(Locale.ROOT).replace('-', '_');
    for (E word : words.getEnumConstants()) {
      if (word.name().equals(wanted)) {
        return word;
      }
    }
    throw meaningless(parameter);
  }

  private static <E> E otherwise(@Nullable E chosen, E usual) {
    return chosen == null ? usual : chosen;
  }

  private static Refused meaningless(String parameter) {
    return new Refused("asset.filter.meaningless", parameter).at(parameter);
  }
}
