package org.chainrule.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chainrule.derivation.Quantity;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;
import org.chainrule.runs.TrainingThreads;
import org.chainrule.workbench.build.BuildPanel;
import org.chainrule.workbench.compare.ComparePanel;
import org.chainrule.workbench.data.DataPanel;
import org.chainrule.workbench.gallery.ExampleNote;
import org.chainrule.workbench.kit.Actions;
import org.chainrule.workbench.kit.Address;
import org.chainrule.workbench.kit.LinkDamage;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.PaperLimit;
import org.chainrule.workbench.kit.Part;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Spoken;
import org.chainrule.workbench.kit.Titles;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.workbench.network.GivenFields;
import org.chainrule.workbench.network.NetworkCard;
import org.chainrule.workbench.network.NeuronTable;
import org.chainrule.workbench.network.WeightGrids;
import org.chainrule.workbench.practice.PractiseView;
import org.chainrule.workbench.steps.StepPanel;
import org.chainrule.workbench.train.TrainPanel;
import org.chainrule.workbench.train.Trainer;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.View;
import org.jspecify.annotations.Nullable;

/** The page: a function of one workspace. */
@Route("")
@CssImport("./styles.css")
@Tag("chainrule-page")
@JsModule("./page.ts")
class WorksheetView extends Component
        implements HasComponents, BeforeEnterObserver, HasDynamicTitle, Actions {
    private final BackpropSession session;
    private final Locale browser;
    private final Notice notice = new Notice();
    private final ToClipboard clipboard = new ToClipboard(getElement(), notice);
    private final Resumption resumption;
    private final ShortcutsDialog dialog = new ShortcutsDialog();
    private final List<Part> parts;

    private @Nullable Shown shown;
    private Workspace workspace = new Workspace(Gallery.first(), View.INITIAL);
    private final LinkNews news = new LinkNews();
    private String address = "";

    /** How many addresses the page has told of. */
    private int heard;

    private String language = "";
    private String title = "";
    private String theme = "system";
    private boolean presenting;

    WorksheetView(BackpropSession session, TrainingThreads training) {
        this.session = session;
        browser =
                VaadinRequest.getCurrent() == null
                        ? Locale.ENGLISH
                        : VaadinRequest.getCurrent().getLocale();
        NotationOffer letters = new NotationOffer(this, getElement());
        HeaderBar header = new HeaderBar(this, () -> workspace.history(), letters::choose);
        NetworkCard network = new NetworkCard(this);
        GivenFields given = new GivenFields();
        WeightGrids grids = new WeightGrids();
        NeuronTable table = new NeuronTable();
        Trainer trainer = new Trainer(this, () -> workspace, training);
        SidePanel side = new SidePanel(this, panels(trainer));
        ExampleNote note = new ExampleNote(this);
        parts = List.of(header, letters, note, network, given, grids, table, trainer, side, dialog);
        Element left =
                Native.of(
                        "div", "left", given.getElement(), grids.getElement(), table.getElement());
        Element main = Native.of("main", "", network.getElement(), side.getElement(), left);
        main.setAttribute("tabindex", "-1");
        getElement().appendChild(header.getElement(), notice.element(), letters.getElement());
        getElement().appendChild(note.getElement(), main, dialog.getElement());
        PageEvents.listen(this, () -> workspace);
        resumption = new Resumption(this, session);
    }

    /** What stands beside the network, in the order of its tabs. */
    private Map<View.Tab, Supplier<Component>> panels(Trainer trainer) {
        Map<View.Tab, Supplier<Component>> panels = new EnumMap<>(View.Tab.class);
        panels.put(View.Tab.STEPS, () -> new StepPanel(this));
        panels.put(View.Tab.BUILD, BuildPanel::new);
        panels.put(View.Tab.DATA, () -> new DataPanel(this));
        panels.put(View.Tab.TRAIN, () -> new TrainPanel(this, trainer));
        panels.put(View.Tab.COMPARE, () -> new ComparePanel(this));
        return panels;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Address.entered(event)
                .ifPresent(query -> {
                    tab().ifPresent(resumption::enter);
                    Permalink.Opened opened = Gallery.open(query);
                    if (opened.view().asked() == null) {
                        open(opened);
                    } else {
                        event.rerouteTo(PractiseView.class);
                    }
                });
    }

    /** The reader went to another address in the same page. */
    void go(Address.Told told) {
        heard = told.count();
        Permalink.Opened opened = Gallery.open(told.link());
        boolean asks = opened.view().asked() != null;
        if (!asks) {
            open(opened);
        }
        getElement().executeJs(asks ? "this.practise()" : "this.resume()");
    }

    /** Opens a link, in a workspace of this tab if one shows it already. */
    private void open(Permalink.Opened opened) {
        View view = opened.view().on(opened.worksheet());
        Workspace linked = new Workspace(opened.worksheet(), view);
        workspace = tab().map(tab -> session.workspace(tab, linked)).orElse(linked);
        address = Permalink.query(opened.worksheet(), view);
        render();
        tell(LinkDamage.of(opened, words()));
    }

    /** The browser's name of the tab. */
    Optional<String> tab() {
        return Optional.ofNullable(UI.getCurrent())
                .map(ui -> ui.getPage().getExtendedClientDetails())
                .map(ExtendedClientDetails::getWindowName);
    }

    Words words() {
        Locale chosen = workspace.view().language();
        return Words.in(chosen == null ? browser : chosen);
    }

    @Override
    public void change(Consumer<Workspace> change) {
        notice.clear();
        boolean paper = workspace.worksheet().paper() != null;
        change.accept(workspace);
        if (paper && !Limits.allowPaper(workspace.worksheet().problem())) {
            tell(words().of("paper.left", PaperLimit.of(words(), workspace.worksheet())));
        }
        render();
    }

    /** Selects a number; what was said of the last change stays. */
    void select(Quantity number) {
        workspace.look(view -> view.withSelection(number));
        render();
    }

    @Override
    public void pass(Consumer<Workspace> change) {
        change.accept(workspace);
        getElement().setProperty("passing", true);
        show();
    }

    private void render() {
        getElement().setProperty("passing", false);
        show();
        follow();
    }

    private void show() {
        Shown before = this.shown;
        Shown shown = Shown.of(workspace, words());
        boolean selects =
                before != null
                        && !Objects.equals(shown.view().selection(), before.view().selection())
                        && shown.isButForTheSelection(before);
        parts.forEach(part -> {
            if (selects) {
                part.select(shown);
            } else {
                part.show(shown);
            }
        });
        this.shown = shown;
        Quantity selection = shown.view().selection();
        getElement().setProperty("selected", selection == null ? "" : selection.address());
    }

    /** The address bar follows every edit. */
    private void follow() {
        String query = workspace.address();
        UI ui = UI.getCurrent();
        if (ui == null) {
            return;
        }
        if (!getPageTitle().equals(title)) {
            title = getPageTitle();
            ui.getPage().setTitle(title);
        }
        if (!query.equals(address)) {
            address = query;
            String start = Permalink.link(query).substring(1, 2);
            getElement().executeJs("this.follow($0, $1, $2)", start, news.of(query), heard);
        }
        String spoken = words().locale().getLanguage();
        if (!spoken.equals(language)) {
            language = spoken;
            Spoken.in(words(), ui.getPage());
        }
    }

    @Override
    public String getPageTitle() {
        String title = Titles.of(workspace.worksheet(), words());
        return title.isEmpty() ? "Chainrule" : title + " · Chainrule";
    }

    @Override
    public void tell(String message) {
        notice.tell(message);
    }

    @Override
    public void present() {
        presenting = !presenting;
        getElement().getClassList().set("present", presenting);
        getElement().executeJs("this.setPresenting($0)", presenting);
        render();
    }

    @Override
    public void shortcuts() {
        dialog.open();
    }

    @Override
    public void share() {
        String link = Permalink.link(workspace.query()).substring(1);
        clipboard.give("new URL('./' + $0, document.baseURI).href", link, "share.done", words());
    }

    @Override
    public void copy(String text) {
        clipboard.give("$0", text, "copy.done", words());
    }

    @Override
    public void theme(String chosen) {
        theme = chosen;
        getElement().executeJs("this.setTheme($0)", chosen);
        render();
    }

    @Override
    public String theme() {
        return theme;
    }

    @Override
    public boolean presenting() {
        return presenting;
    }

    /** What the browser remembers, of any page and of this tab; a key may have come before it. */
    void remembered(String chosen, boolean presented) {
        theme = chosen;
        presenting |= presented;
        getElement().getClassList().set("present", presenting);
        render();
    }
}
