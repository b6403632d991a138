package org.chainrule.workbench.files;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainrule.document.Brought;
import org.chainrule.document.Brought.Assumption;
import org.chainrule.document.Orientation;
import org.chainrule.document.Python;
import org.chainrule.document.table.ColumnChoice;
import org.chainrule.engine.Network;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.worksheet.Edit;
import org.chainrule.worksheet.Limits;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/** What becomes of a file or a pasted text: an edit, or what is said in its place. */
sealed interface Opening {
    /**
     * It can be read.
     *
     * @param said what was read, and what was assumed
     * @param captions what the outputs stand for; empty where that is not said
     */
    record Opened(Edit edit, String said, List<String> captions) implements Opening {
        public Opened {
            captions = List.copyOf(captions);
        }

        Opened(Edit edit, String said) {
            this(edit, said, List.of());
        }
    }

    /** It cannot be read as it stands, and the dialog says so. */
    sealed interface Answer extends Opening {
        /** What it is, or is not. */
        String heading();
    }

    /**
     * Its matrices can be read in either orientation: the reader is asked in which.
     *
     * @param rows what neuron k receives where row k is its own
     * @param columns the same where column k is
     */
    record Asked(String heading, Worksheet rows, Worksheet columns) implements Answer {}

    /** Python's print, and the line of Python that prints what can be read. */
    record Printed(String heading, String line) implements Answer {}

    /**
     * It is refused.
     *
     * @param heading what it is not
     * @param more how many places are wrong besides
     */
    record Refused(String heading, List<Place> places, int more) implements Answer {
        public Refused {
            places = List.copyOf(places);
        }
    }

    /**
     * It is a table whose columns are to be told apart.
     *
     * @param heading what it has, and what the network takes
     */
    record Columns(String heading, ColumnChoice columns) implements Answer {}

    /**
     * What is wrong, and where.
     *
     * @param at a path in the document, or empty
     */
    record Place(String at, String reason) {}

    /**
     * Reads a worksheet, weights or samples.
     *
     * @param name the file's name; empty for a pasted text
     * @param chosen how weights lie, where that was asked
     */
    static Opening of(String name, String text, @Nullable Orientation chosen, Shown shown) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Optional<Python> binary = Python.ofFile(ending);
        if (binary.isPresent()) {
            return new Printed(heading(name, "files.binary", shown.words()), binary.get().line());
        }
        boolean json =
                text.stripLeading().startsWith("{")
                        || text.stripLeading().startsWith("[")
                        || Python.printed(text).isPresent();
        return switch (ending) {
            case "json" -> json(name, text, chosen, shown);
            case "csv", "tsv" -> TableOpening.of(name, text, shown, "files.refused.csv");
            default ->
                    json
                            ? json(name, text, chosen, shown)
                            : text.chars().anyMatch(Character::isDigit)
                                    ? TableOpening.of(name, text, shown, "files.refused.unknown")
                                    : refused(
                                            name,
                                            "files.refused.unknown",
                                            List.of(),
                                            0,
                                            shown.words());
        };
    }

    /** A file that is too large to be sent. */
    static Refused tooLarge(String name, long bytes, Shown shown) {
        double size = Math.ceil(bytes * 10.0 / Limits.DOCUMENT_BYTES) / 10;
        return refused(
                name,
                "files.refused.large",
                List.of(),
                0,
                shown.words(),
                shown.numbers().format(size, 1));
    }

    private static Opening json(
            String name, String text, @Nullable Orientation chosen, Shown shown) {
        Words words = shown.words();
        return switch (Brought.read(text, shown.worksheet(), chosen)) {
            case Brought.Document(var worksheet) ->
                    new Opened(
                            new Edit.Replace(worksheet),
                            words.of("files.read.document", Brought.shape(network(worksheet))));
            case Brought.Weights(var worksheet, var assumptions) ->
                    new Opened(
                            new Edit.Replace(worksheet),
                            sentences(
                                    Stream.concat(
                                            Stream.of(
                                                    words.of(
                                                            "files.read.weights",
                                                            Brought.shape(network(worksheet)))),
                                            assumptions.stream().map(a -> sentence(words, a)))));
            case Brought.Either(var rows, var columns) ->
                    new Asked(
                            heading(name, "files.asked", words),
                            rows.worksheet(),
                            columns.worksheet());
            case Brought.Printed(var python) ->
                    new Printed(heading(name, "files.printed", words), python.line());
            case Brought.Refused(var refusals, int more) ->
                    refused(
                            name,
                            "files.refused.json",
                            refusals.stream()
                                    .map(refusal ->
                                            new Place(
                                                    refusal.at(),
                                                    refusal.fault().in(words.locale())))
                                    .toList(),
                            more,
                            words);
        };
    }

    private static Network network(Worksheet worksheet) {
        return worksheet.problem().network();
    }

    private static String sentence(Words words, Assumption assumption) {
        String key = "files.assumed." + assumption.kind();
        List<String> about = assumption.about();
        return switch (assumption.kind()) {
            case ROWS, COLUMNS -> words.of(key);
            case ROWS_BY_SIZE, COLUMNS_BY_SIZE -> words.of(key, about.toArray());
            case ORDER_BY_SIZE, ORDER_OF_SEVERAL -> words.of(key, String.join(", ", about));
            case LEFT_ASIDE ->
                    words.of(
                            key,
                            Integer.parseInt(about.getFirst()),
                            String.join(", ", about.subList(1, about.size())));
            case ACTIVATION ->
                    words.of(
                            key,
                            about.getFirst(),
                            String.join(", ", about.subList(1, about.size())));
            case BIASES_KEPT, BIASES_DROPPED -> words.of(key, String.join(", ", about));
            case SAMPLES -> words.of(key, resized(words, about));
            case RULE, EXACT -> words.of(key, about.toArray());
        };
    }

    /** What of the samples has another size: the inputs, the targets, or both. */
    private static String resized(Words words, List<String> sizes) {
        return Stream.of("inputs", "targets")
                .map(part -> {
                    int at = part.equals("inputs") ? 0 : 2;
                    String[] both = {sizes.get(at), sizes.get(at + 1)};
                    return both[0].equals(both[1])
                            ? ""
                            : words.of("files.assumed.SAMPLES." + part, (Object[]) both);
                })
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String sentences(Stream<String> sentences) {
        return String.join(" ", sentences.toList());
    }

    private static Refused refused(
            String name,
            String key,
            List<Place> places,
            int more,
            Words words,
            Object... arguments) {
        return new Refused(heading(name, key, words, arguments), places, more);
    }

    private static String heading(String name, String key, Words words, Object... arguments) {
        Object[] all =
                Stream.concat(Stream.of(subject(name, words)), Stream.of(arguments))
                        .toArray(Object[]::new);
        return words.of(key, all);
    }

    /** What was brought, for the beginning of a sentence. */
    static String subject(String name, Words words) {
        return name.isEmpty() ? words.of("files.text") : words.of("files.file", name);
    }
}
