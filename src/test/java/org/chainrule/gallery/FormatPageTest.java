package org.chainrule.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chainrule.derivation.Quantity;
import org.chainrule.document.Reading;
import org.chainrule.document.WorksheetJson;
import org.chainrule.engine.Activation;
import org.chainrule.engine.Loss;
import org.chainrule.worksheet.Worksheet;
import org.junit.jupiter.api.Test;

/** What {@code docs/worksheet-format.md} says of the format is so. */
class FormatPageTest {
    private static String page() throws IOException {
        return Files.readString(Path.of("docs/worksheet-format.md"));
    }

    private static List<String> found(String regex, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void itsDocumentsAreRead() throws IOException {
        List<Worksheet> read = new ArrayList<>();
        for (String document : found("```json\n(.*?)```", page())) {
            assertThat(WorksheetJson.read(document.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOfSatisfying(Reading.Good.class, good -> read.add(good.worksheet()));
        }
        assertThat(read).hasSizeGreaterThan(1).first().isEqualTo(Gallery.first());
    }

    @Test
    void itNamesEveryKindOfNumber() throws IOException {
        Set<Quantity.Kind> named = EnumSet.noneOf(Quantity.Kind.class);
        for (String address : found("`([a-zA-Z]+(?:\\.[a-zA-Z]+)*)`", page())) {
            String written = address.replace(".L", ".out").replaceAll("\\.[kt](?![a-z])", ".1");
            Quantity.parse(written).ifPresent(quantity -> named.add(quantity.kind()));
        }
        assertThat(named).containsExactlyInAnyOrder(Quantity.Kind.values());
    }

    @Test
    void itNamesEveryActivationAndLoss() throws IOException {
        assertThat(page())
                .contains(Arrays.stream(Activation.values()).map(a -> "`" + a.key() + "`").toList())
                .contains(Arrays.stream(Loss.values()).map(l -> "`" + l.key() + "`").toList());
    }
}
