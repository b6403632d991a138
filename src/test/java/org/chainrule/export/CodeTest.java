package org.chainrule.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.chainrule.gallery.Gallery;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exported programs, run by the languages they are written in, say what the engine says. */
class CodeTest {
    /** Runs files in one process, and ends the output of each with a line "=". */
    private static final String RUN_ALL =
            """
            import runpy, sys
            for name in sys.argv[1:]:
                runpy.run_path(name)
                print("=")
            """;

    @TempDir private Path directory;

    @Test
    void numpyRecomputesEveryNumber() throws IOException, InterruptedException {
        List<Worksheet> worksheets = Programs.worksheets();
        List<String> outputs = python(worksheets, NumpyCode::of);
        for (int i = 0; i < worksheets.size(); i++) {
            Programs.agree("worksheet " + i, worksheets.get(i), outputs.get(i));
        }
    }

    private List<String> python(
            List<Worksheet> worksheets, BiFunction<Worksheet, Locale, String> code)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Programs.PYTHON, "-X", "utf8", "all.py"));
        Files.writeString(directory.resolve("all.py"), RUN_ALL);
        for (int i = 0; i < worksheets.size(); i++) {
            Files.writeString(
                    directory.resolve(i + ".py"), code.apply(worksheets.get(i), Locale.ENGLISH));
            command.add(i + ".py");
        }
        String output = Programs.run(directory, command.toArray(String[]::new));
        return List.of(output.split("=\n"));
    }

    @Test
    void javaRecomputesEveryNumber() throws IOException, InterruptedException {
        List<Worksheet> worksheets = Programs.worksheets();
        List<String> command = new ArrayList<>(List.of(jdk("javac"), "-Xlint:all", "-Werror"));
        StringBuilder all = new StringBuilder("class All { public static void main(String[] a) {");
        for (int i = 0; i < worksheets.size(); i++) {
            String name = "Backpropagation" + i;
            Files.writeString(
                    directory.resolve(name + ".java"),
                    JavaCode.of(worksheets.get(i), Locale.ENGLISH)
                            .replaceAll("\\bBackpropagation\\b(?=::| \\{)", name));
            command.add(name + ".java");
            all.append(name).append(".main(a); System.out.println(\"=\");\n");
        }
        Files.writeString(directory.resolve("All.java"), all.append("} }"));
        command.add("All.java");
        Programs.run(directory, command.toArray(String[]::new));
        String[] outputs = Programs.run(directory, jdk("java"), "All").split("=\n");
        for (int i = 0; i < worksheets.size(); i++) {
            Programs.agree("worksheet " + i, worksheets.get(i), outputs[i]);
        }
    }

    /** Arrays as initialisers would not fit into a class file. */
    @Test
    void largeWorksheetsFitIntoAProgram() throws IOException, InterruptedException {
        Worksheet large = Programs.large();
        Files.writeString(directory.resolve(JavaCode.FILE), JavaCode.of(large, Locale.ENGLISH));
        Programs.agree("java", large, Programs.run(directory, jdk("java"), JavaCode.FILE));
        Programs.agree("numpy", large, python(List.of(large), NumpyCode::of).getFirst());
    }

    private static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    /** PyTorch itself is too large for these tests: they hold its programs to Python's grammar. */
    @Test
    void torchProgramsAreWellFormed() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Programs.PYTHON, "-m", "py_compile"));
        for (Worksheet worksheet : Programs.worksheets()) {
            String name = command.size() + ".py";
            Files.writeString(directory.resolve(name), TorchCode.of(worksheet, Locale.ENGLISH));
            command.add(name);
        }
        Programs.run(directory, command.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nraise SystemExit(3)",
                "*/ } broken",
                "\\u000a broken",
                "\\u002a\\u002f \\uZZ",
                "coding: latin-1",
                "a\r\nb\u0085c\u2028d\f\u000be\0f",
                "\"\"\" ''' # // /*",
                "\ud800 \u202e 𝕏 日本語",
            })
    void noTitleBreaksOutOfItsComment(String title) throws IOException, InterruptedException {
        Worksheet first = Gallery.first();
        Worksheet titled = new Worksheet(title, first.problem(), first.paper());
        Programs.agree(title, titled, python(List.of(titled), NumpyCode::of).getFirst());
        Path file = directory.resolve(JavaCode.FILE);
        Files.writeString(file, JavaCode.of(titled, Locale.GERMAN));
        Programs.agree(title, titled, Programs.run(directory, jdk("java"), JavaCode.FILE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everySentenceIsThere(String language) {
        Pattern mark = Pattern.compile("[«»]");
        for (Worksheet worksheet : Programs.worksheets()) {
            Locale locale = Locale.forLanguageTag(language);
            assertThat(NumpyCode.of(worksheet, locale)).doesNotContainPattern(mark);
            assertThat(TorchCode.of(worksheet, locale)).doesNotContainPattern(mark);
            assertThat(JavaCode.of(worksheet, locale)).doesNotContainPattern(mark);
        }
    }
}
