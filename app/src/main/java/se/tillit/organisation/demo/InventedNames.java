package se.tillit.organisation.demo;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import se.tillit.organisation.person.NewPerson;

/// People who do not exist, the same ones each time.
final class InventedNames {

  private static final List<String> GIVEN =
      List.of(
          "Åsa",
          "Anna",
          "Björn",
          "Cecilia",
          "David",
          "Elin",
          "Erik",
          "Fatima",
          "Gunnar",
          "Hanna",
          "Håkan",
          "Ingrid",
          "Jonas",
          "Karin",
          "Lars",
          "Lena",
          "Magnus",
          "Maria",
          "Mohammed",
          "Nils",
          "Olga",
          "Per",
          "Pia",
          "Rikard",
          "Sara",
          "Sören",
          "Ulla",
          "Viktor",
          "Yasmin",
          "Örjan",
          "Ali",
          "Britta",
          "Daniel",
          "Ebba",
          "Frida",
          "Henrik",
          "Ida",
          "Johan",
          "Linnéa",
          "Emir");

  private static final List<String> FAMILY =
      List.of(
          "Andersson",
          "Ahlgren",
          "Bergström",
          "Björk",
          "Dahl",
          "Ek",
          "Eriksson",
          "Forsberg",
          "Gustafsson",
          "Hassan",
          "Hedlund",
          "Holm",
          "Håkansson",
          "Isaksson",
          "Jansson",
          "Karlsson",
          "Lind",
          "Lindqvist",
          "Lundgren",
          "Malmberg",
          "Mårtensson",
          "Nilsson",
          "Nyström",
          "Olsson",
          "Öberg",
          "Persson",
          "Petrović",
          "Rahimi",
          "Sandberg",
          "Sjöberg",
          "Strand",
          "Svensson",
          "Söderström",
          "Wallin",
          "Vikström",
          "Ström",
          "Åberg",
          "Åkesson",
          "Östlund",
          "Nguyen");

  private final Random random;
  private final String place;
  private final Set<String> taken = new HashSet<>();
  private int number = 1000;

  InventedNames(String place) {
    this.place = place;
    this.random = new Random(place.hashCode());
  }

  NewPerson next() {
    String given;
    String family;
    do {
      given = GIVEN.get(random.nextInt(GIVEN.size()));
      family = FAMILY.get(random.nextInt(FAMILY.size()));
    } while (!taken.add(given + " " + family));
    return named(given, family, false);
  }

  NewPerson hidden() {
    NewPerson person = next();
    return named(person.givenName(), person.familyName(), true);
  }

  private NewPerson named(String given, String family, boolean hidden) {
    number++;
    String address = plain(given) + "." + plain(family) + "@" + place + ".example";
    return new NewPerson("A" + number, given, family, address, hidden);
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\P{ASCII}", "")
        .toLowerCase(Locale.ROOT);
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }
}
