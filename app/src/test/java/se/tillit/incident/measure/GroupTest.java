package se.tillit.incident.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GroupTest {

  @Test
  @Tag("K-4.1.7a")
  void tellsLargeGroupsByNameTheLargestFirst() {
    assertThat(Group.told(List.of(new Group("Liten", 5, 6), new Group("Stor", 40, 12))))
        .containsExactly(new Group("Stor", 40, 12), new Group("Liten", 5, 6));
  }

  @Test
  void tellsSmallGroupsTogether() {
    assertThat(
            Group.told(
                List.of(new Group("Stor", 40, 12), new Group("En", 3, 0), new Group("Två", 2, 5))))
        .containsExactly(new Group("Stor", 40, 12), new Group("", 5, 5));
  }

  @Test
  void takesTheNextSmallestAlongSoThatTheOneCannotBeWorkedOut() {
    assertThat(
            Group.told(
                List.of(
                    new Group("Stor", 40, 12), new Group("Mellan", 9, 7), new Group("En", 1, 0))))
        .containsExactly(new Group("Stor", 40, 12), new Group("", 10, 7));
  }

  @Test
  void tellsNothingOfTooFewInAll() {
    assertThat(Group.told(List.of(new Group("En", 1, 0), new Group("Två", 2, 0)))).isEmpty();
    assertThat(Group.told(List.of(new Group("Ingen", 0, 0)))).isEmpty();
  }

  @Test
  void keepsBackAGroupThatWasSmallTheYearBefore() {
    assertThat(Group.told(List.of(new Group("Ny", 30, 2), new Group("Stor", 40, 12))))
        .containsExactly(new Group("", 70, 14));
  }
}
