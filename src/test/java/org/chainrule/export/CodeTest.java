package org.chainrule.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exported programs, run by the languages they are written in, say what the engine says. */
class CodeTest {
    @TempDir private Path directory;

    @Test
    void numpyRecomputesEveryNumber() throws IOException, InterruptedException {
        List<Worksheet> worksheets = Programs.worksheets();
        agree(worksheets, Runner.in(directory).python(written(worksheets, NumpyCode::of)));
    }

    @Test
    void javaRecomputesEveryNumber() throws IOException, InterruptedException {
        List<Worksheet> worksheets = Programs.worksheets();
        agree(worksheets, Runner.in(directory).java(written(worksheets, JavaCode::of)));
    }

    private static List<String> written(
            List<Worksheet> worksheets, BiFunction<Worksheet, Locale, String> code) {
        return worksheets.stream().map(w -> code.apply(w, Locale.ENGLISH)).toList();
    }

    private static void agree(List<Worksheet> worksheets, List<String> outputs) {
        for (int i = 0; i < worksheets.size(); i++) {
            Programs.agree("worksheet " + i, worksheets.get(i), outputs.get(i));
        }
    }

    /** Arrays as initialisers would not fit into a class file. */
    @Test
    void largeWorksheetsFitIntoAProgram() throws IOException, InterruptedException {
        Worksheet large = Programs.large();
        Runner runner = Runner.in(directory);
        Programs.agree("java", large, runner.javaFile(JavaCode.of(large, Locale.ENGLISH)));
        agree(List.of(large), runner.python(written(List.of(large), NumpyCode::of)));
    }

    /** PyTorch itself is too large for these tests, and {@link TorchCheck}'s. */
    @Test
    void torchProgramsAreWellFormed() throws IOException, InterruptedException {
        Runner.in(directory).compilePython(written(Programs.worksheets(), TorchCode::of));
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
