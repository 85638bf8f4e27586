package se.tillit.asset.register;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.asset.Criticality;
import se.tillit.asset.InformationForm;
import se.tillit.asset.PersonalData;
import se.tillit.identity.ChosenColumns;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;
import se.tillit.web.Words;

/// Gathers what each of the register's pages shows.
@Component
public class AssetPages {

  private final Choices choices;
  private final AssetLinks links;
  private final SecrecyGrounds grounds;
  private final ChosenColumns columns;
  private final java.time.Clock clock;

  AssetPages(
      Choices choices,
      AssetLinks links,
      SecrecyGrounds grounds,
      ChosenColumns columns,
      java.time.Clock clock) {
    this.columns = columns;
    this.choices = choices;
    this.links = links;
    this.grounds = grounds;
    this.clock = clock;
  }

  ModelAndView list(Viewer viewer, Page page, AssetFilter filter, AssetPage found) {
    String base = base(viewer);
    var view = new ModelAndView("asset/list");
    view.addObject("page", page.titled(page.t("asset.list.title")));
    view.addObject(
        "list",
        new ListView(
            base,
            filter,
            found,
            columns.of(viewer, page, "assets", ListView.offered(page.words())),
            viewer.may(AssetReading.WRITE),
            viewer.may("asset.import")));
    view.addObject("units", choices.filterUnits(viewer, filter.unit()));
    view.addObject("options", new Filters(page.words(), filter, viewer.may(AssetReading.SECURITY)));
    view.addObject("today", today());
    return view;
  }

  @Transactional(readOnly = true)
  public ModelAndView record(Viewer viewer, Page page, Asset asset) {
    var view = new ModelAndView("asset/show");
    boolean writable = AssetReading.mayWrite(viewer, asset);
    boolean manages = writable && viewer.scope(AssetReading.WRITE).reaches(asset.facts().unit());
    view.addObject("page", page.titled(asset.name()).under(crumb(viewer, page)));
    view.addObject("asset", asset);
    view.addObject(
        "record",
        new RecordView(
            base(viewer),
            writable,
            manages,
            viewer.may(AssetReading.SECURITY),
            today(),
            AssetReading.isOwner(viewer, asset)));
    view.addObject("carriers", links.of(asset.id()));
    return view;
  }

  ModelAndView form(Viewer viewer, Page page, AssetForm form, @Nullable Asset asset) {
    var view = new ModelAndView("asset/form");
    Words words = page.words();
    String home = base(viewer);
    Page titled =
        asset == null
            ? page.titled(page.t("asset.new.title")).under(crumb(viewer, page))
            : page.titled(page.t("asset.edit.title"))
                .under(
                    crumb(viewer, page), new Crumb(asset.name(), home + "/assets/" + asset.id()));
    view.addObject("page", titled);
    view.addObject("form", form);
    view.addObject("problems", Problems.NONE);
    view.addObject("action", home + "/assets" + (asset == null ? "" : "/" + asset.id()));
    view.addObject("version", asset == null ? -1 : asset.version());
    view.addObject("units", choices.writableUnits(viewer, form.unit()));
    view.addObject("options", new FormOptions(words, form, grounds.all()));
    return view;
  }

  static Problems problems(Page page, List<Refused> faults) {
    return new Problems(
        faults.stream()
            .map(fault -> {
              String field = fault.field();
              return new FieldProblem(
                  field == null ? "name" : field, page.t(fault.messageKey(), fault.arguments()));
            })
            .toList());
  }

  static String base(Viewer viewer) {
    return "/" + viewer.seat().tenantKey();
  }

  private static Crumb crumb(Viewer viewer, Page page) {
    return new Crumb(page.t("asset.list.title"), base(viewer) + "/assets");
  }

  private java.time.LocalDate today() {
    return java.time.LocalDate.now(clock.withZone(java.time.ZoneId.of("Europe/Stockholm")));
  }

  /// What the viewer may do with the asset on its page.
  ///
  /// @param manages may delegate and move it; an owner by delegation may not
  public record RecordView(
      String base,
      boolean writable,
      boolean manages,
      boolean mayUnlock,
      java.time.LocalDate today,
      boolean mine) {

    /// The yearly word is asked for from a month before the year is out.
    public boolean asksConfirmation(Asset asset) {
      var until = asset.confirmation().until();
      return writable && (until == null || until.minusMonths(1).isBefore(today));
    }

    public boolean isOverdue(Asset asset) {
      var until = asset.confirmation().until();
      return until == null || until.isBefore(today);
    }
  }

  /// The choices of the filter row.
  public record Filters(Words words, AssetFilter filter, boolean locked) {

    public List<Option> forms() {
      return Arrays.stream(InformationForm.values())
          .map(it -> Option.of(it.key(), words.t(it.labelKey()), it == filter.form()))
          .toList();
    }

    public List<Option> personalData() {
      return Arrays.stream(PersonalData.values())
          .map(it -> Option.of(it.key(), words.t(it.labelKey()), it == filter.personalData()))
          .toList();
    }

    public List<Option> lacks() {
      return Arrays.stream(AssetFilter.Lack.values())
          .map(it -> Option.of(it.key(), words.t("asset.lacks." + it.key()), it == filter.lack()))
          .toList();
    }

    public List<Option> shelves() {
      return Arrays.stream(AssetFilter.Shelf.values())
          .filter(it -> locked || it != AssetFilter.Shelf.LOCKED)
          .map(it -> Option.of(it.key(), words.t("asset.shelf." + it.key()), it == filter.shelf()))
          .toList();
    }
  }

  /// The choices of the form, with those made.
  public record FormOptions(Words words, AssetForm form, List<SecrecyGrounds.Ground> grounds) {

    public List<Option> forms() {
      return Arrays.stream(InformationForm.values())
          .map(it ->
              Option.of(it.key(), words.t(it.labelKey()), chosen(form.forms(), it.key()))
                  .with(words.t(it.labelKey() + ".hint")))
          .toList();
    }

    public List<Option> personalData() {
      return Arrays.stream(PersonalData.values())
          .map(it ->
              Option.of(it.key(), words.t(it.labelKey()), it.key().equals(form.personalData()))
                  .with(words.t(it.labelKey() + ".hint")))
          .toList();
    }

    public List<Option> secrecy() {
      return grounds.stream()
          .map(it ->
              Option.of(it.code(), it.provision(), chosen(form.secrecy(), it.code()))
                  .with(words.t("asset.ground." + it.code())))
          .toList();
    }

    public List<Option> criticality(@Nullable String now) {
      return Arrays.stream(Criticality.values())
          .map(it -> Option.of(it.key(), words.t(it.labelKey()), it.key().equals(now)))
          .toList();
    }

    private static boolean chosen(@Nullable List<String> all, String one) {
      return all != null && all.contains(one);
    }
  }
}
