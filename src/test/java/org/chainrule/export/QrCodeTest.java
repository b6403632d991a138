package org.chainrule.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrCodeTest {
    @Test
    void aLinkThatIsTooLongForPaperHasNone() {
        String link = "x".repeat(QrCode.LONGEST);
        assertThat(QrCode.svg(link, "")).startsWith("<svg");
        assertThat(QrCode.svg(link + "x", "")).isEmpty();
    }

    @Test
    void aLabelIsNoMarkup() {
        assertThat(QrCode.svg("a", "\"><script>")).doesNotContain("<script");
    }
}
