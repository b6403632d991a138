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
 */
@Component
@VaadinSessionScope
class BackpropSession {
    private static final int MOST = 32;
    private static final int MOST_OF_A_TAB = 8;

    /** The one used last comes first. */
    private final List<Opened> opened = new ArrayList<>();

    private record Opened(String tab, Workspace workspace) {
        boolean shows(Workspace other) {
            return workspace.worksheet().equals(other.worksheet());
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
            opened.remove(ofTab.getLast());
        }
        if (opened.size() > MOST) {
            opened.removeLast();
        }
        return used.workspace;
    }

    private Optional<Opened> find(String tab, Workspace linked) {
        return opened.stream()
                .filter(each -> each.tab.equals(tab))
                .sorted(Comparator.comparing(each -> !each.shows(linked)))
                .filter(each -> each.workspace.reopen(linked.worksheet(), linked.view()))
                .findFirst();
    }
}
