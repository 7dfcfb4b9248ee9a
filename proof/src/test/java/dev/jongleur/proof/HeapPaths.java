package dev.jongleur.proof;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shark.HeapAnalysis;
import shark.HeapAnalysisFailure;
import shark.HeapAnalysisSuccess;
import shark.HeapAnalyzer;
import shark.HeapGraph;
import shark.IgnoredReferenceMatcher;
import shark.LeakTrace;
import shark.LeakTraceReference;
import shark.ReferencePattern.InstanceFieldPattern;

/** The ways from the roots of a heap to objects in it, for who has to find out who holds them. */
final class HeapPaths {
  /** These hold nothing. */
  private static final List<IgnoredReferenceMatcher> WEAK =
      Stream.of("WeakReference", "PhantomReference", "SoftReference")
          .map(type -> new InstanceFieldPattern("java.lang.ref." + type, "referent"))
          .map(IgnoredReferenceMatcher::new)
          .toList();

  private HeapPaths() {}

  /** One line for each object, or for several that are reached by one way. */
  static List<String> to(Set<Long> objects, HeapGraph heap, Path dump) {
    HeapAnalysis analysis =
        new HeapAnalyzer(_ -> {})
            .analyze(
                dump.toFile(),
                heap,
                _ -> objects,
                List.copyOf(WEAK),
                false,
                List.of(),
                shark.MetadataExtractor.Companion.getNO_OP());
    return switch (analysis) {
      case HeapAnalysisSuccess success -> lines(success);
      case HeapAnalysisFailure failure -> throw new AssertionError(failure.getException());
      default -> throw new AssertionError(analysis);
    };
  }

  private static List<String> lines(HeapAnalysisSuccess analysis) {
    Stream<String> reached =
        analysis.getApplicationLeaks().stream()
            .flatMap(leak -> leak.getLeakTraces().stream())
            .map(HeapPaths::line);
    Stream<String> others =
        analysis.getUnreachableObjects().stream()
            .map(object -> "by no strong reference: " + object.getClassName());
    return Stream.concat(reached, others).toList();
  }

  private static String line(LeakTrace trace) {
    return trace.getReferencePath().stream()
        .map(LeakTraceReference::getOwningClassName)
        .collect(Collectors.joining(" > ", trace.getGcRootType() + ": ", ""));
  }
}
