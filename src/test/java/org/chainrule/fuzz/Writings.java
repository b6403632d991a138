package org.chainrule.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.chainrule.document.WorksheetJson;
import org.chainrule.link.Permalink;
import org.chainrule.worksheet.View;
import org.chainrule.worksheet.Worksheet;

/** What the program writes of a worksheet. */
final class Writings {
    private Writings() {}

    /** Its document and its link are read as the same worksheet. */
    static void bringBack(Worksheet worksheet) {
        String json = WorksheetJson.write(worksheet).toString();
        byte[] document = json.getBytes(StandardCharsets.UTF_8);
        assertThat(Readers.document(document, Locale.ENGLISH).value()).isEqualTo(whole(worksheet));
        String query = Permalink.query(worksheet, View.INITIAL);
        Permalink.Opened opened = Readers.link(query, Locale.ENGLISH).value();
        assertThat(opened).as(query).isNotNull();
        assertThat(opened.worksheet()).isEqualTo(whole(worksheet));
    }

    /** With a title that UTF-8 can hold: no half of a surrogate pair. */
    private static Worksheet whole(Worksheet worksheet) {
        byte[] title = worksheet.title().getBytes(StandardCharsets.UTF_8);
        return new Worksheet(
                new String(title, StandardCharsets.UTF_8), worksheet.problem(), worksheet.paper());
    }
}
