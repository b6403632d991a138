package org.chainrule.workbench.train;

import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chainrule.engine.training.Updates;
import org.chainrule.export.RunTable;
import org.chainrule.export.RunTable.Group;
import org.chainrule.runs.Run;
import org.chainrule.workbench.kit.Native;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.TextFile;
import org.chainrule.workbench.kit.Words;
import org.jspecify.annotations.Nullable;

/**
 * The run as a table, a row for each update: what it took, worked out and changed. A row opens the
 * worksheet that its update began with.
 */
final class RunTableView {
    /** Rows of updates, and of epochs after them. */
    private static final int MOST = 1_000;

    /** More columns would be no table to look at; files have them. */
    private static final int COLUMNS = 60;

    private static final Duration TIME = Duration.ofSeconds(2);

    private final Trainer trainer;
    private final Element open;
    private final Element groups = Native.of("div", "groups");
    private final Map<Group, Element> names = new EnumMap<>(Group.class);
    private final Element note = Native.of("p", "hint");
    private final Element table = new Element("run-table");
    private final Element csv = Native.of("a", "chip");
    private final Element latex = Native.of("a", "chip");
    private final Element files = Native.of("div", "chips", csv, latex);
    private final Element body = Native.of("div", "rows", groups, note, table, files);
    private final Element root;
    private final Set<Group> chosen =
            EnumSet.of(Group.P, Group.Z, Group.ERROR, Group.LOSS, Group.CHANGE, Group.UPDATED);
    private boolean isOpen;
    private volatile @Nullable Told told;
    private volatile @Nullable Shown shown;

    /** The steps of a run as far as it was. */
    private record Told(Run run, long done, List<Updates.Step> steps) {
        boolean isOf(Run other, long updates) {
            return run == other && done == updates;
        }
    }

    /** The shape of {@code run-table.ts}. */
    record Rows(String caption, List<String> heads, List<Row> rows) {}

    /**
     * @param name says what is opened
     */
    record Row(String epoch, String update, String samples, String name, List<String> cells) {}

    RunTableView(Trainer trainer) {
        this.trainer = trainer;
        open = Native.button("btn", this::toggle);
        open.setAttribute("data-do", "table");
        for (Group group : Group.values()) {
            groups.appendChild(choice(group));
        }
        table.addEventListener(
                        "cr-row",
                        event ->
                                enter(
                                        event.getEventData()
                                                .path("event.detail")
                                                .path("row")
                                                .asInt(0)))
                .addEventData("event.detail");
        file(csv, "run.csv", "text/csv;charset=utf-8", this::csv);
        file(latex, "run.tex", "application/x-tex", this::latex);
        root = Native.of("div", "run-table", open, body);
    }

    Element element() {
        return root;
    }

    private Element choice(Group group) {
        Element box = new Element("input");
        box.setAttribute("type", "checkbox");
        box.setAttribute("data-group", group.key());
        box.setProperty("checked", chosen.contains(group));
        box.addEventListener(
                        "change",
                        event -> {
                            boolean on = event.getEventData().get("element.checked").asBoolean();
                            box.setProperty("checked", on);
                            choose(group, on);
                        })
                .addEventData("element.checked");
        Element name = new Element("span");
        names.put(group, name);
        return Native.of("label", "check", box, name);
    }

    private void choose(Group group, boolean on) {
        if (on) {
            chosen.add(group);
        } else {
            chosen.remove(group);
        }
        showAgain();
    }

    private void toggle() {
        isOpen = !isOpen;
        showAgain();
    }

    private void showAgain() {
        Shown now = shown;
        if (now != null) {
            show(now);
        }
    }

    private void enter(int row) {
        Told now = told;
        if (now != null && row >= 0 && row < now.steps().size()) {
            trainer.open(now.steps().get(row));
        }
    }

    void show(Shown shown) {
        this.shown = shown;
        Words words = shown.words();
        boolean there = trainer.run().isPresent() && !trainer.isRunning();
        root.setVisible(there);
        body.setVisible(there && isOpen);
        Native.setText(open, words.of(isOpen ? "train.table.close" : "train.table.open"));
        Native.setAttribute(open, "aria-expanded", Boolean.toString(isOpen));
        names.forEach(
                (group, name) -> Native.setText(name, words.of("train.table." + group.key())));
        if (there && isOpen) {
            trainer.run().ifPresent(run -> show(shown, tell(run.run())));
        }
    }

    private Told tell(Run run) {
        var at = run.progress().at();
        int samples = run.problem().samples().size();
        int updates = Math.ceilDiv(samples, run.plan().batchOf(samples));
        long done = (long) at.epoch() * updates + at.update();
        Told known = told;
        if (known != null && known.isOf(run, done)) {
            return known;
        }
        Told fresh = new Told(run, done, Updates.of(run.problem(), run.plan(), done, MOST, TIME));
        told = fresh;
        return fresh;
    }

    private RunTable table(Told now) {
        return RunTable.of(now.run().problem(), Set.copyOf(chosen));
    }

    private void show(Shown shown, Told now) {
        Words words = shown.words();
        RunTable columns = table(now);
        boolean wide = columns.columns().size() > COLUMNS;
        Native.setText(csv, words.of("train.table.csv"));
        Native.setText(latex, words.of("train.table.latex"));
        Native.setText(
                note,
                wide
                        ? words.of("train.table.wide", COLUMNS)
                        : now.steps().isEmpty()
                                ? words.of("train.table.none")
                                : words.of("train.table.note"));
        table.setVisible(!wide && !now.steps().isEmpty());
        if (wide) {
            return;
        }
        List<String> heads =
                columns.columns().stream()
                        .map(column ->
                                (column.group() == Group.CHANGE ? "Δ" : "")
                                        + shown.name(column.quantity()))
                        .toList();
        List<Row> rows = now.steps().stream().map(step -> row(shown, columns, step)).toList();
        Native.setBean(
                table,
                "table",
                new Rows(words.of("train.table.caption"), heads(words, heads), rows));
    }

    private static List<String> heads(Words words, List<String> numbers) {
        List<String> heads = new java.util.ArrayList<>();
        for (String key : List.of("epoch", "update", "samples")) {
            heads.add(words.of("train.table.head." + key));
        }
        heads.addAll(numbers);
        return heads;
    }

    private static Row row(Shown shown, RunTable columns, Updates.Step step) {
        String epoch = shown.numbers().grouped(step.epoch());
        String update = step.update() == 0 ? "" : shown.numbers().grouped(step.update());
        String samples =
                step.samples().stream()
                        .map(s -> shown.numbers().grouped(s + 1L))
                        .collect(Collectors.joining(", "));
        List<String> cells = columns.row(step).stream().map(value -> cell(shown, value)).toList();
        String name =
                update.isEmpty()
                        ? shown.words().of("train.table.row.epoch", epoch)
                        : shown.words().of("train.table.row", epoch, update);
        return new Row(epoch, update, samples, name, cells);
    }

    private static String cell(Shown shown, OptionalDouble value) {
        return value.isEmpty()
                ? ""
                : shown.numbers().brief(value.getAsDouble(), shown.view().digits());
    }

    private String csv(Told now) {
        return table(now).csv(now.steps());
    }

    private String latex(Told now) {
        Shown page = Objects.requireNonNull(shown);
        return table(now).latex(now.steps(), page.worksheet(), page.view(), page.words().locale());
    }

    private void file(Element link, String name, String type, Function<Told, String> text) {
        link.setAttribute(
                "href",
                TextFile.of(() -> name, type, () -> text.apply(Objects.requireNonNull(told))));
        link.setAttribute("router-ignore", true);
        link.setAttribute("download", name);
    }
}
