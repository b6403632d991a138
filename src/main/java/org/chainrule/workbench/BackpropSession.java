package org.chainrule.workbench;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chainrule.workbench.kit.Workspace;
import org.springframework.stereotype.Component;

/**
 * What a student's browser works on: workspaces of tabs, so that two tabs never disturb each other,
 * and of the worksheets that a tab went between, so that the way back leads to their histories.
 * Their runs end with them.
 */
@Component
@VaadinSessionScope
class BackpropSession implements AutoCloseable {
    private static final int MOST = 32;
    private static final int MOST_OF_A_TAB = 8;

    /** Runs that no page shows: each holds some megabytes of its past. */
    private static final int MOST_RUNS_LEFT = 4;

    /** The one used last comes first. */
    private final List<Opened> opened = new ArrayList<>();

    private record Opened(String tab, Workspace workspace) {
        boolean isAt(Workspace other) {
            return workspace.isAt(other.worksheet());
        }

        boolean hasRunLeft() {
            return workspace.runs().present().filter(run -> !run.isWatched()).isPresent();
        }
    }

    /** The last entry of each tab that was answered. */
    private final Map<String, String> answered = new HashMap<>();

    /** Whether a worksheet was opened in the tab before. */
    boolean knows(String tab) {
        return opened.stream().anyMatch(each -> each.tab.equals(tab));
    }

    /** The entry that the tab's reader made last, as far as anybody heard. */
    String answered(String tab) {
        return answered.getOrDefault(tab, "");
    }

    void answer(String tab, String entry) {
        answered.put(tab, entry);
        answered.keySet().removeIf(each -> !knows(each));
    }

    /**
     * The tab's workspace, with the link's view, that has the link's worksheet already or had it
     * before its last step; else a new one.
     */
    Workspace workspace(String tab, Workspace linked) {
        Opened used = find(tab, linked).orElseGet(() -> new Opened(tab, linked));
        opened.remove(used);
        opened.addFirst(used);
        List<Opened> ofTab = opened.stream().filter(each -> each.tab.equals(tab)).toList();
        if (ofTab.size() > MOST_OF_A_TAB) {
            forget(ofTab.getLast());
        }
        if (opened.size() > MOST) {
            forget(opened.getLast());
        }
        opened.stream()
                .filter(Opened::hasRunLeft)
                .skip(MOST_RUNS_LEFT)
                .forEach(left -> left.workspace.runs().end());
        return used.workspace;
    }

    private void forget(Opened old) {
        opened.remove(old);
        old.workspace.runs().end();
    }

    /** The session is over. */
    @Override
    public void close() {
        opened.forEach(each -> each.workspace.runs().end());
        opened.clear();
    }

    private Optional<Opened> find(String tab, Workspace linked) {
        return opened.stream()
                .filter(each -> each.tab.equals(tab))
                .sorted(Comparator.comparing(each -> !each.isAt(linked)))
                .filter(each -> each.workspace.reopen(linked.worksheet(), linked.view()))
                .findFirst();
    }
}
