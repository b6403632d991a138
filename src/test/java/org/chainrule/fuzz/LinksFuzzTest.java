package org.chainrule.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Locale;
import org.chainrule.gallery.Gallery;
import org.chainrule.link.Permalink;

class LinksFuzzTest {
    private static final String LINK = "v=1&n=2&l1=out:identity:1,2&x=1,2&y=0&opt=sgd:0.1&";

    /** Whatever a link opens, the link that is written of it opens the same. */
    @FuzzTest
    void links(byte[] bytes) {
        String text = Readers.text(bytes);
        for (String query : new String[] {text, LINK + text, "v=1&n=2&l1=" + text}) {
            Permalink.Opened opened = Gallery.open(query);
            Readers.LANGUAGES.forEach(locale -> Readers.opened(opened, locale).isSound());
            String written = Permalink.query(opened.worksheet(), opened.view());
            Permalink.Opened again = Readers.link(written, Locale.ENGLISH).value();
            assertThat(again).as(written).isNotNull();
            assertThat(again.worksheet()).isEqualTo(opened.worksheet());
            assertThat(again.view()).isEqualTo(opened.view());
        }
    }
}
