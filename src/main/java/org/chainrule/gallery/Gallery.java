package org.chainrule.gallery;

import static org.chainrule.gallery.Example.Chapter.BY_HAND;
import static org.chainrule.gallery.Example.Chapter.LEARN;
import static org.chainrule.gallery.Example.Chapter.SHEETS;
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

    private static final Source UDACITY =
            new Source(
                    "Udacity",
                    "Deep Learning Nanodegree, exercise backprop.py",
                    "",
                    "https://github.com/wtlin1228/deep-learning");
    private static final Source DEEPML =
            new Source("Deep-ML", "problem 25, single neuron with backpropagation", "", null);
    private static final Source SMAXX =
            new Source(
                    "smaxx73",
                    "Neural-Network-Course, session 6",
                    "",
                    "https://github.com/smaxx73/Neural-Network-Course");
    private static final Source HSBI =
            new Source("HSBI", "lecture on artificial intelligence, NN06.2", "", null);
    private static final Source BITS_DEEP =
            new Source(
                    "BITS Pilani",
                    "Deep Neural Networks, end of semester, question 1",
                    "2024",
                    "https://github.com/shivam2003-dev/mid_sem1_exam_notes");
    private static final Source DTU =
            new Source(
                    "DTU",
                    "02506 Advanced Image Analysis, quiz of week 8",
                    "",
                    "https://github.com/wdmdev/02506-advanced-image-analysis");
    private static final Source FREIBURG =
            new Source(
                    "University of Freiburg",
                    "Deep Learning, exercise 2",
                    "",
                    "https://github.com/edualvarado/deep-learning-course");
    private static final Source NNFS =
            new Source("Kinsley, Kukieła", "Neural Networks from Scratch, chapter 9", "2020", null);
    private static final Source IPN =
            new Source("IPN, Universidad Anáhuac", "slides on the optimizer Adam", "", null);
    private static final Source BITS_SLOPES =
            new Source("BITS Pilani", "Deep Neural Networks, module 5", "", null);

    private static final List<Example> EXAMPLES =
            List.of(
                    example("first", BY_HAND, "", null),
                    example("mazur", BY_HAND, "step=3&sel=dw.out.1.1&digits=5", MAZUR),
                    example("data-mining", BY_HAND, "step=5&sel=nw.out.1.1&digits=3", DATA_MINING),
                    example("circuit", BY_HAND, "step=3&sel=dw.out.1.1", CS231N),
                    example("micrograd", BY_HAND, "step=3&sel=dw.out.1.1", MICROGRAD),
                    example("softmax", BY_HAND, "step=1&sel=dp.out.2&not=delta", null),
                    example("given-logits", BY_HAND, "step=4&sel=dx.1", null),
                    example("relu-alone", BY_HAND, "step=4&sel=dx.1", null),
                    example("bipolar-sigmoid", BY_HAND, "step=1&sel=s.out.1", null),
                    example("rmsprop-step", BY_HAND, "step=5&sel=nw.out.1.2", null),
                    example("perceptron", LEARN, "tab=train&run=5,1,given", null),
                    example("and", LEARN, "step=5", null),
                    example("xor", LEARN, "tab=train&until=0.01,&pace=100", null),
                    example("line", LEARN, "step=reduce&sel=dw.out.1.1", null),
                    example("outlier", LEARN, "step=1&sel=dz.out.1&sample=4", null),
                    example("penalty", LEARN, "step=reduce&sel=dw.hid.1.1", null),
                    example("dead-relu", TROUBLE, "step=4&sel=dw.hid.2.1&sample=4", null),
                    example("vanishing", TROUBLE, "step=4&sel=dw.h1.1.1&digits=6", null),
                    example("exploding", TROUBLE, "step=4&sel=dw.h1.1.1", null),
                    example("symmetry", TROUBLE, "step=4&sel=dw.hid.1.1&sample=3", null),
                    example("saturation", TROUBLE, "step=4&sel=dw.hid.1.1", null),
                    example("overshooting", TROUBLE, "step=5&sel=w.out.1.1", null),
                    example("weight-changes", SHEETS, "step=5&sel=nw.out.1.1&digits=8", UDACITY),
                    example("one-neuron", SHEETS, "step=reduce&sel=dw.out.1.1", DEEPML),
                    example("find-the-slip", SHEETS, "step=1&sel=dp.out.1&not=delta", SMAXX),
                    example("two-reasons", SHEETS, "step=2&sel=dp.h.2&not=delta&digits=2", HSBI),
                    example("exam-deep", SHEETS, "step=2&sel=dp.h2.1&not=delta", BITS_DEEP),
                    example("quiz-softmax", SHEETS, "step=3&sel=dw.out.2.2", DTU),
                    example("skip", SHEETS, "step=2&sel=dz.h0.1", FREIBURG),
                    example("layer-batch", SHEETS, "step=reduce&sel=dw.out.1.1", NNFS),
                    example("adam-step", SHEETS, "step=5&sel=nw.out.1.1", IPN),
                    example("written-slopes", SHEETS, "step=1&sel=s.out.4", BITS_SLOPES));

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
