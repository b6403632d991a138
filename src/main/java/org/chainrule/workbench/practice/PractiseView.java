package org.chainrule.workbench.practice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.chainrule.derivation.Rounding;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.notation.Numbers;
import org.chainrule.practice.Attempt;
import org.chainrule.practice.Exercise;
import org.chainrule.practice.Generator;
import org.chainrule.practice.Variant;
import org.chainrule.workbench.kit.Address;
import org.chainrule.workbench.kit.LinkDamage;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Sent;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Spoken;
import org.chainrule.workbench.kit.Titles;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.workbench.network.NetworkDrawing;
import org.chainrule.worksheet.Asked;
import org.chainrule.worksheet.Submission;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An exercise: a worksheet with boxes to fill, marked and understood. */
@Route("practise")
@CssImport("./styles.css")
@CssImport("./practise.css")
@Tag("practise-page")
@JsModule("./practise-page.ts")
public class PractiseView extends Component
        implements BeforeEnterObserver, HasDynamicTitle, AskedForm.Wishes {
    private final PractiseSession session;
    private final Locale browser = VaadinRequest.getCurrent().getLocale();
    private final PractiseHead head = new PractiseHead(this::renew, () -> change(this::end));
    private final Element notice = Native.of("div", "notice");
    private final NetworkDrawing drawing = new NetworkDrawing();
    private final Element figure = Native.of("div", "card figure");
    private final Element sheetElement = new Element("answer-sheet");
    private final Sent<AnswerSheet> sheet = Sent.<AnswerSheet>bean(sheetElement, "sheet");
    private final AskedForm form = new AskedForm(this);
    private final Element chips = Native.of("ul", "chips");
    private final VerdictCard card = new VerdictCard(this::change);
    private final Aside aside = new Aside(this::change, this::enter);
    private final Element bar = new Element("progress");
    private final Element barText = new Element("span");
    private final Element first = Native.button("btn", () -> change(this::findFirst));
    private final Element found = Native.of("p", "found");
    private final Element list = Native.of("div", "list");
    private final HandOver handOver = new HandOver();
    private final Element legend = Native.of("p", "mut");
    private Worksheet worksheet = Gallery.first();
    private View view = View.INITIAL;
    private Workspace workspace = new Workspace(worksheet, view);
    private @Nullable Attempt attempt;
    private String name = "";

    PractiseView(PractiseSession session) {
        this.session = session;
        notice.setAttribute("role", "status");
        found.setAttribute("role", "status");
        figure.setAttribute("role", "img");
        figure.appendChild(drawing.getElement());
        card.getElement().appendChild(Native.of("div", "row", aside.offer()));
        Element side =
                Native.of(
                        "section",
                        "card side",
                        form.getElement(),
                        chips,
                        card.getElement(),
                        aside.getElement(),
                        Native.of("div", "row progress", bar, barText, first),
                        found,
                        list,
                        handOver.getElement(),
                        legend);
        Element left = Native.of("div", "left", figure, sheetElement);
        getElement().appendChild(head.getElement(), notice, Native.of("main", "", left, side));
        Address.listen(getElement(), told -> open(told.link()));
        hear("cr-answer", (at, detail) -> at.answer(key(detail), detail.path("text").asString("")));
        hear("cr-look", (at, detail) -> at.look(key(detail)));
    }

    private static String key(JsonNode detail) {
        return detail.path("q").asString("");
    }

    private void hear(String event, BiConsumer<Attempt, JsonNode> heard) {
        getElement()
                .addEventListener(event, told -> change(at -> heard.accept(at, detail(told))))
                .addEventData("event.detail");
    }

    private static JsonNode detail(DomEvent event) {
        return event.getEventData().path("event.detail");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Address.entered(event).ifPresent(this::open);
    }

    private void open(String query) {
        Permalink.Opened opened = Gallery.open(query);
        aside.leave();
        begin(new Exercise(opened.worksheet(), opened.view()));
        String damage = LinkDamage.of(opened, words());
        if (!damage.isEmpty()) {
            Native.setText(notice, damage);
        }
    }

    private void begin(Exercise exercise) {
        worksheet = exercise.worksheet();
        view = exercise.view();
        begin();
    }

    /**
     * The same, of what was asked for: its first box has the focus, whatever was pressed is gone.
     */
    private void enter(Exercise exercise) {
        begin(exercise);
        sheetElement.executeJs(
                "this.updateComplete.then(() => this.querySelector('[data-answer]')?.focus())");
    }

    private void begin() {
        Opening opening = Opening.of(worksheet, view, Numbers.in(words().locale()));
        view = opening.exercise().view();
        Native.setText(notice, opening.isCut() ? words().of("practise.many") : "");
        attempt = session.attempt(tab(), query(), this::fresh);
        workspace = new Workspace(worksheet, view);
        Native.setText(found, "");
        show();
        tellOfTheExercise();
    }

    /** Title, language, its own address, and the worksheet's. */
    private void tellOfTheExercise() {
        var page = UI.getCurrent().getPage();
        page.setTitle(getPageTitle());
        Spoken.in(words(), page);
        String plain = Permalink.query(worksheet, view.withAsked(null).withSubmission(null));
        getElement()
                .executeJs(
                        "this.arrived($0, $1)",
                        Permalink.link(query()).substring(1),
                        Permalink.link(plain).substring(1));
    }

    private Attempt fresh() {
        Exercise exercise = new Exercise(worksheet, view);
        Numbers numbers = Numbers.in(words().locale());
        Submission handed = view.submission();
        return handed == null
                ? new Attempt(exercise, numbers)
                : Attempt.of(exercise, handed, numbers);
    }

    private String query() {
        return Permalink.query(worksheet, view);
    }

    private static String tab() {
        return Optional.ofNullable(UI.getCurrent())
                .map(ui -> ui.getPage().getExtendedClientDetails())
                .map(ExtendedClientDetails::getWindowName)
                .orElse("");
    }

    private Words words() {
        Locale chosen = view.language();
        return Words.in(chosen == null ? browser : chosen);
    }

    private void change(Consumer<Attempt> change) {
        if (attempt != null) {
            Native.setText(found, "");
            change.accept(attempt);
            show();
        }
    }

    @Override
    public void ask(Asked asked) {
        aside.leave();
        view = view.withAsked(asked).withSubmission(null);
        begin();
    }

    @Override
    public void carry(@Nullable Rounding rounding) {
        aside.leave();
        worksheet = worksheet.with(rounding);
        view = view.withSubmission(null);
        begin();
    }

    /** The same exercise with other numbers. */
    private void renew() {
        worksheet = Generator.of(new Exercise(worksheet, view)).variant(Variant.seedOf(worksheet));
        view = view.withSubmission(null);
        begin();
    }

    private void end(Attempt at) {
        if (at.isExam() && !at.isMarked()) {
            at.handIn();
        } else {
            at.end(!at.isEnded());
        }
    }

    private void findFirst(Attempt at) {
        Words words = words();
        Native.setText(
                found,
                at.firstMistake()
                        .map(item ->
                                words.of(
                                        "practise.first.at",
                                        new Verdicts(words).name(shown(), item)))
                        .orElseGet(() -> words.of("practise.first.none")));
    }

    private Shown shown() {
        return Shown.of(workspace, words());
    }

    private void show() {
        Attempt at = attempt;
        if (at == null) {
            return;
        }
        Shown shown = shown();
        Words words = words();
        Progress progress = new Progress(shown, at);
        String own = Titles.of(worksheet, words);
        name = own.isBlank() ? words.of("practise") : words.of("practise.title", own);
        head.show(shown, name, at);
        head.lead(
                Permalink.link(Permalink.query(worksheet, view.withSubmission(null))).substring(1));
        drawing.show(shown);
        Native.setAttribute(figure, "aria-label", words.of("network.label", shown.sizes()));
        sheet.show(SheetMaker.of(shown, at));
        form.show(shown);
        Native.setHtml(chips, progress.chips());
        card.show(shown, at);
        aside.show(words, at);
        progress.show(bar, barText);
        Native.setText(first, words.of("practise.first"));
        Native.setAttribute(first, "hidden", at.isMarked() ? null : "");
        Native.setHtml(list, at.isEnded() ? progress.result() : progress.list());
        handOver.show(at, words);
        Native.setText(legend, words.of("practise.legend"));
    }

    @Override
    public String getPageTitle() {
        return name + " · Chainrule";
    }
}
