package org.chainrule.workbench;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chainrule.workbench.kit.Workspace;
import org.springframework.stereotype.Component;

/**
 * What a student's browser works on: one workspace per tab, so that two tabs never disturb each
 * other.
 */
@Component
@VaadinSessionScope
class BackpropSession {
    private static final int MOST = 32;

    private final Map<String, Workspace> workspaces =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Workspace> eldest) {
                    return size() > MOST;
                }
            };

    /**
     * The tab's workspace, with the link's view, if it has the link's worksheet already or had it
     * before its last step; else a new one in its place.
     */
    Workspace workspace(String tab, Workspace linked) {
        Workspace kept = workspaces.get(tab);
        if (kept != null && kept.reopen(linked.worksheet(), linked.view())) {
            return kept;
        }
        workspaces.put(tab, linked);
        return linked;
    }
}
