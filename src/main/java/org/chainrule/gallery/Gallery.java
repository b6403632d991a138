package org.chainrule.gallery;

import static org.chainrule.gallery.Example.Chapter.BY_HAND;
import static org.chainrule.gallery.Example.Chapter.LEARN;
import static org.chainrule.gallery.Example.Chapter.TROUBLE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chainrule.document.Reading;
import org.chainrule.document.WorksheetJson;
import org.chainrule.gallery.Example.Chapter;
import org.chainrule.gallery.Example.Source;
import org.chainrule.link.Examples;
import org.chainrule.link.Permalink;
import org.chainrule.worksheet.Worksheet;
import org.jspecify.annotations.Nullable;

/** The worksheets to start from, chapter by chapter. */
public final class Gallery {
    private static final Source MAZUR =
            new Source(
                    "Matt Mazur",
                    "A Step by Step Backpropagation Example",
                    "2015",
                    "https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/");
    private static final Source DATA_MINING =
            new Source("Han, Kamber, Pei", "Data Mining: Concepts and Techniques", "2012", null);
    private static final Source CS231N =
            new Source(
                    "Stanford CS231n",
                    "Backpropagation, Intuitions",
                    "2016",
                    "https://cs231n.github.io/optimization-2/");
    private static final Source MICROGRAD =
            new Source(
                    "Andrej Karpathy",
                    "micrograd",
                    "2022",
                    "https://github.com/karpathy/micrograd");

    private static final List<Example> EXAMPLES =
            List.of(
                    example("first", BY_HAND, "", null),
                    example("mazur", BY_HAND, "step=3&sel=dw.out.1.1&digits=5", MAZUR),
                    example("data-mining", BY_HAND, "step=5&sel=nw.out.1.1&digits=3", DATA_MINING),
                    example("circuit", BY_HAND, "step=3&sel=dw.out.1.1", CS231N),
                    example("micrograd", BY_HAND, "step=3&sel=dw.out.1.1", MICROGRAD),
                    example("softmax", BY_HAND, "step=1&sel=dp.out.2&not=delta", null),
                    example("and", LEARN, "step=5", null),
                    example("xor", LEARN, "tab=train&until=0.01,&pace=100", null),
                    example("line", LEARN, "step=reduce&sel=dw.out.1.1", null),
                    example("dead-relu", TROUBLE, "step=4&sel=dw.hid.2.1&sample=4", null),
                    example("vanishing", TROUBLE, "step=4&sel=dw.h1.1.1&digits=6", null),
                    example("exploding", TROUBLE, "step=4&sel=dw.h1.1.1", null),
                    example("symmetry", TROUBLE, "step=4&sel=dw.hid.1.1&sample=3", null),
                    example("saturation", TROUBLE, "step=4&sel=dw.hid.1.1", null),
                    example("overshooting", TROUBLE, "step=5&sel=w.out.1.1", null));

    private static final Examples LINKED =
            new Examples() {
                @Override
                public Worksheet first() {
                    return Gallery.first();
                }

                @Override
                public Optional<Start> find(String key) {
                    return Gallery.find(key)
                            .map(example -> new Start(example.worksheet(), example.view()));
                }
            };

    private Gallery() {}

    /** The worksheet that the app's root opens: the hand-out's, as on paper. */
    public static Worksheet first() {
        return EXAMPLES.getFirst().worksheet();
    }

    /** What the query of a link opens. */
    public static Permalink.Opened open(String query) {
        return Permalink.read(query, LINKED);
    }

    private static Example example(
            String key, Chapter chapter, String opening, @Nullable Source source) {
        return new Example(key, chapter, opening, source, worksheet(key + ".json"));
    }

    private static Worksheet worksheet(String document) {
        try (InputStream text =
                Objects.requireNonNull(Gallery.class.getResourceAsStream(document), document)) {
            return switch (WorksheetJson.read(text.readAllBytes())) {
                case Reading.Good(var worksheet) -> worksheet;
                case Reading.Refused(var refusals, _) ->
                        throw new IllegalStateException(document + ": " + refusals);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Example> examples() {
        return EXAMPLES;
    }

    public static List<Example> examples(Chapter chapter) {
        return EXAMPLES.stream().filter(example -> example.chapter() == chapter).toList();
    }

    /** The example of this key. */
    public static Optional<Example> find(String key) {
        return EXAMPLES.stream().filter(example -> example.key().equals(key)).findFirst();
    }
}
