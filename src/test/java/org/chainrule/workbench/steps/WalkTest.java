package org.chainrule.workbench.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.chainrule.gallery.Gallery;
import org.chainrule.workbench.kit.Shown;
import org.chainrule.workbench.kit.Words;
import org.chainrule.workbench.kit.Workspace;
import org.chainrule.worksheet.View;
import org.junit.jupiter.api.Test;

/** The first worksheet number by number (sheet.md's order). */
class WalkTest {
    private static View moved(View view, int way) {
        Workspace workspace = new Workspace(Gallery.first(), view);
        return Walk.moved(Shown.of(workspace, Words.in(Locale.ENGLISH)), way);
    }

    private static String stop(View view) {
        return view.step().key() + " " + Objects.requireNonNull(view.selection()).address();
    }

    /**
     * 2 + 2 preactivations and activations a layer, J, 2 + 2 errors and slopes, 4 + 4 gradients, 8
     * updates.
     */
    @Test
    void everyNumberComesOnceAndBackAgain() {
        List<String> there = new ArrayList<>();
        View view = moved(View.INITIAL, 1);
        View last = view;
        while (view.selection() != null) {
            there.add(stop(view));
            last = view;
            view = moved(view, 1);
        }
        assertThat(there).hasSize(9 + 4 + 4 + 8 + 8).doesNotHaveDuplicates();
        assertThat(there.subList(0, 4))
                .containsExactly("0 p.hid.1", "0 p.hid.2", "0 z.hid.1", "0 z.hid.2");
        assertThat(there)
                .contains("1 dz.out.2", "1 s.out.1", "2 dz.hid.1", "3 dw.out.1.1", "4 dw.hid.2.2");
        List<String> back = new ArrayList<>();
        for (View here = last; here.selection() != null; here = moved(here, -1)) {
            back.add(stop(here));
        }
        assertThat(back.reversed()).isEqualTo(there);
    }
}
