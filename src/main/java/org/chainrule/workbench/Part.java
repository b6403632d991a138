package org.chainrule.workbench;

/** A part of the page that is a function of what is shown. */
interface Part {
    void show(Shown shown);
}
