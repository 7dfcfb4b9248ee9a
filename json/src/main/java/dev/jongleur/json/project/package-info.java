/**
 * LoopBack 3 projects as they lie on disk: which files there are, which model builds on which, what
 * goes where, and what of it cannot be done yet. {@link dev.jongleur.json.project.LoopBackProject}
 * is the door. What is wrong in any file is told at once; what is merely left out becomes a {@link
 * dev.jongleur.json.project.Notice}. Reads only; nothing of a project is run.
 */
package dev.jongleur.json.project;
