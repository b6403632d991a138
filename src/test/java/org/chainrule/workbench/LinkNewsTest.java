package org.chainrule.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkNewsTest {
    @Test
    void aPartThatIsThereAlreadyIsItsNameAlone() {
        LinkNews news = new LinkNews();
        assertThat(news.of("v=1&x=1,2&y=3")).isEqualTo("v=1&x=1,2&y=3");
        assertThat(news.of("v=1&x=1,2&y=4&step=2")).isEqualTo("v&x&y=4&step=2");
        assertThat(news.of("v=1&x=1,2&y=4")).isEqualTo("v&x&y");
        assertThat(news.of("v=1&x=1,2&y=4&step=2")).isEqualTo("v&x&y&step=2");
    }
}
