package org.chainrule.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.chainrule.gallery.Gallery;
import org.chainrule.notation.Notation;
import org.chainrule.notation.Preset;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No title breaks out of the place that a file has for it, or is read as a part of the file. */
class TitlesTest {
    private static final Notation SHEET = Preset.SHEET.notation();

    static final List<String> HOSTILE =
            List.of(
                    "a\nraise SystemExit(3)",
                    "*/ } broken",
                    "\\u000a broken",
                    "\\u002a\\u002f \\uZZ",
                    "coding: latin-1",
                    "a\r\nb\u0085c\u2028d\u2029e\fg\u000bh\0i",
                    "\"\"\" ''' # // /* <!-- ]]> &amp; <title>",
                    "\ud800 \udc00x \u202e \u200f \u061c 𝕏 日本語",
                    "\ufffe \uffff \ufdd0 \ufeff \u0001 \u007f",
                    "«nosuchkey» «title» «java» «",
                    "»«step.1»",
                    "{0} '{0}' ''{1}'' {",
                    "$1 $2 ${x} \\1 \\",
                    "%s %d %% %n 100%",
                    "#: linear needs others");

    @TempDir private Path directory;

    private static List<Worksheet> titled() {
        Worksheet first = Gallery.first();
        return HOSTILE.stream()
                .map(title -> new Worksheet(title, first.problem(), first.paper()))
                .toList();
    }

    private static List<String> written(Function<Worksheet, String> code) {
        return titled().stream().map(code).toList();
    }

    private static void agree(List<String> outputs) {
        List<Worksheet> worksheets = titled();
        for (int i = 0; i < worksheets.size(); i++) {
            Programs.agree(HOSTILE.get(i), worksheets.get(i), outputs.get(i));
        }
    }

    @Test
    void numpyProgramsRun() throws IOException, InterruptedException {
        agree(Runner.in(directory).python(written(w -> NumpyCode.of(w, SHEET, Locale.GERMAN))));
    }

    @Test
    void javaProgramsRun() throws IOException, InterruptedException {
        agree(Runner.in(directory).java(written(w -> JavaCode.of(w, SHEET, Locale.GERMAN))));
    }

    @Test
    void torchProgramsAreWellFormed() throws IOException, InterruptedException {
        Runner.in(directory).compilePython(written(w -> TorchCode.of(w, SHEET, Locale.GERMAN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"«nosuchkey»", "«title» {0} $1 %s", "#: linear", "'' quoted"})
    void aTitleIsCopiedAsItIs(String title) {
        Worksheet first = Gallery.first();
        Worksheet titled = new Worksheet(title, first.problem(), null);
        assertThat(NumpyCode.of(titled, SHEET, Locale.ENGLISH)).contains("\n# " + title + "\n");
        assertThat(TorchCode.of(titled, SHEET, Locale.ENGLISH)).contains("\n# " + title + "\n");
        assertThat(JavaCode.of(titled, SHEET, Locale.ENGLISH)).startsWith("// " + title + "\n");
    }
}
