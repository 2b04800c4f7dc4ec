/**
 * Where each link of the documents that this product descends from leads: every target that they name, and the topics
 * that they leave unlinked. Each line ends in the words of its links. A target with two texts may lead to two places.
 */
import { type COMMANDS } from '../../../src/ids';

export type Place =
  | { readonly type: 'entry'; readonly id: string; readonly section?: string }
  | { readonly type: 'path'; readonly id: string }
  | { readonly type: 'command'; readonly name: keyof typeof COMMANDS }
  | { readonly type: 'to-come'; readonly what: keyof typeof TO_COME };

/** What is not built yet, with what it will be. A line leaves this list when its command or path exists; the test says so. */
export const TO_COME = {} as const;

const entry = (id: string, section?: string): Place => (section === undefined ? { type: 'entry', id } : { type: 'entry', id, section });
const path = (id: string): Place => ({ type: 'path', id });
const command = (name: keyof typeof COMMANDS): Place => ({ type: 'command', name });

export const LINKS: Readonly<Record<string, readonly Place[]>> = {
  // case-study
  '../architects-handbook/case-studies/': [entry('case-studies-by-domain')], // Explore Case Studies / Case Studies
  '../architects-handbook/case-studies/databases/amazon-aurora/': [entry('amazon-aurora')], // Aurora
  '../architects-handbook/case-studies/databases/amazon-dynamo/': [entry('amazon-dynamo')], // DynamoDB
  '../architects-handbook/case-studies/databases/google-spanner/': [entry('google-spanner')], // Spanner
  '../architects-handbook/case-studies/elite-engineering/netflix-chaos-engineering/': [entry('netflix-chaos-engineering')], // Netflix Architecture
  '../architects-handbook/case-studies/elite-engineering/netflix-chaos/': [entry('netflix-chaos-engineering')], // Chaos
  '../architects-handbook/case-studies/financial-commerce/digital-wallet-enhanced/': [entry('digital-wallet')], // Digital Wallets
  '../architects-handbook/case-studies/financial-commerce/ecommerce-platform/': [entry('ecommerce-platform')], // E-commerce Platform
  '../architects-handbook/case-studies/financial-commerce/payment-system/': [entry('payment-system')], // Payment Systems
  '../architects-handbook/case-studies/financial-commerce/stock-exchange/': [entry('stock-exchange')], // Stock Exchanges
  '../architects-handbook/case-studies/infrastructure/s3-object-storage-enhanced/': [entry('amazon-s3')], // S3
  '../architects-handbook/case-studies/infrastructure/url-shortener/': [entry('url-shortener')], // URL Shortener
  '../architects-handbook/case-studies/location-services/google-maps-system/': [entry('google-maps')], // Google Maps System
  '../architects-handbook/case-studies/location-services/proximity-service/': [entry('proximity-service')], // Proximity Services
  '../architects-handbook/case-studies/location-services/uber-location/': [entry('uber-location')], // Uber Location Platform / Location Platform
  '../architects-handbook/case-studies/location-services/uber-maps/': [entry('uber-maps')], // Maps
  '../architects-handbook/case-studies/messaging-streaming/netflix-streaming/': [entry('netflix-streaming')], // Streaming
  '../architects-handbook/case-studies/search-analytics/elasticsearch/': [entry('elasticsearch')], // Elasticsearch Architecture
  '../architects-handbook/case-studies/search-analytics/google-search-infrastructure/': [entry('google-search')], // Google Search Infrastructure
  '../architects-handbook/case-studies/search-analytics/google-search/': [entry('google-search')], // Search
  '../architects-handbook/case-studies/social-communication/chat-system/': [entry('chat-system')], // Chat Systems
  '../architects-handbook/case-studies/social-communication/notification-system/': [entry('notification-system')], // Notification Systems
  '../architects-handbook/case-studies/social-communication/social-graph/': [entry('social-graph')], // Social Graphs
  '../architects-handbook/case-studies/social-communication/social-media-feed/': [entry('social-media-feed')], // Social Media Feed
  '../architects-handbook/case-studies/social-communication/youtube/': [entry('youtube')], // YouTube
  '../case-studies/netflix-streaming.md': [entry('netflix-chaos-engineering')], // How Netflix Handles Failure
  '../case-studies/paypal-payments.md': [entry('paypal-payments')], // PayPal's Payment Consistency
  '../case-studies/rate-limiter.md': [entry('rate-limiter')], // Rate Limiter Design
  '../case-studies/uber-location.md': [entry('uber-location')], // How Uber Scales Globally
  'architects-handbook/case-studies/databases/amazon-dynamo.md': [entry('amazon-dynamo')], // Amazon DynamoDB
  'architects-handbook/case-studies/databases/google-spanner.md': [entry('google-spanner')], // Google Spanner
  'architects-handbook/case-studies/databases/index.md': [entry('case-studies-by-domain', 'databases')], // Databases
  'architects-handbook/case-studies/elite-engineering/netflix-chaos-engineering.md': [entry('netflix-chaos-engineering')], // Netflix Scale / Netflix
  'architects-handbook/case-studies/financial-commerce/ecommerce-platform.md': [entry('ecommerce-platform')], // E-commerce
  'architects-handbook/case-studies/financial-commerce/index.md': [entry('case-studies-by-domain', 'finance-and-commerce')], // Financial
  'architects-handbook/case-studies/gaming/index.md': [entry('case-studies-by-domain', 'gaming')], // Gaming
  'architects-handbook/case-studies/index.md': [entry('case-studies-by-domain')], // Case Studies
  'architects-handbook/case-studies/infrastructure/url-shortener.md': [entry('url-shortener')], // URL Shortener
  'architects-handbook/case-studies/location-services/uber-location.md': [entry('uber-location')], // Uber
  'architects-handbook/case-studies/messaging-streaming/index.md': [entry('case-studies-by-domain', 'messaging-and-streaming')], // Messaging
  'architects-handbook/case-studies/social-communication/index.md': [entry('case-studies-by-domain', 'social-and-communication')], // Social
  'architects-handbook/case-studies/social-communication/social-media-feed.md': [entry('social-media-feed')], // Social Feed

  // community
  '/reference/contributing/': [command('openContributingGuide')], // Contributing Guide
  'roadmap.md': [command('showWhatsNew')], // Updates

  // company
  '/company-specific/': [entry('case-studies-by-company')], // All Company Architectures
  '/company-specific/netflix/': [entry('netflix')], // Architecture Evolution

  // guide
  '../human-factors/chaos-engineering.md': [entry('chaos-engineering')], // Chaos Engineering
  '../human-factors/incident-response.md': [entry('incident-response')], // Incident Management
  '../human-factors/org-structure.md': [entry('conways-law')], // Conway's Law in Practice
  '../human-factors/sre-practices.md': [entry('sre-practices')], // SRE Practices
  '../human-factors/team-topologies.md': [entry('team-topologies')], // Team Topologies
  '../introduction/index.md': [entry('what-makes-systems-distributed')], // What Makes Systems Distributed?
  '/excellence/framework-overview/': [command('showWhatsNew')], // What's New
  '/excellence/implementation-guides/': [entry('handbook')], // Implementation Guides
  '/excellence/implementation-guides/data-consistency/': [entry('data-consistency')], // Data consistency guide
  '/excellence/implementation-guides/quick-start-guide/': [entry('emergency-playbooks')], // Emergency Playbooks
  'architects-handbook/best-practices/index.md': [entry('best-practices')], // Best Practices
  'architects-handbook/implementation-guides/index.md': [entry('handbook')], // Implementation Guides
  'architects-handbook/implementation-guides/quick-start-guide.md': [entry('emergency-playbooks')], // Emergency Playbooks
  'architects-handbook/index.md': [entry('handbook')], // Architect's Handbook
  'architects-handbook/operational-excellence/index.md': [entry('operational-excellence')], // Operational Excellence
  'architects-handbook/system-design/index.md': [entry('system-design')], // System Design Guide
  'start-here/index.md': [entry('quick-start')], // Start Learning
  'troubleshooting/index.md': [entry('distributed-debugging')], // Troubleshooting Guide

  // law
  '../core-principles/laws.md/': [entry('core-principles', 'laws')], // The 7 Fundamental Laws / 7 Laws
  '../part1-axioms/axiom1-failure/index.md': [entry('correlated-failure')], // Correlated Failure - Components Fail Together
  '../part1-axioms/axiom2-asynchrony/index.md': [entry('asynchronous-reality')], // Asynchronous Reality - The Present is Unknowable
  '../part1-axioms/axiom3-emergence/index.md': [entry('emergent-chaos')], // Emergent Chaos - Scale Creates Unpredictability
  '../part1-axioms/axiom4-tradeoffs/index.md': [entry('multidimensional-trade-offs')], // Multidimensional Trade-offs - Beyond CAP / Multidimensional Trade-offs
  '../part1-axioms/axiom5-epistemology/index.md': [entry('distributed-knowledge')], // Distributed Knowledge - Truth is Local / Distributed Knowledge & Epistemology
  '../part1-axioms/axiom6-human-api/index.md': [entry('cognitive-load')], // Cognitive Load - Design for Humans / Cognitive Load - Design for Human Minds
  '../part1-axioms/axiom7-economics/index.md': [entry('economic-reality')], // Economic Reality - Cost Drives Design / Economics of Distribution / Economic Reality - Every Decision Has Cost
  '../part1-axioms/index.md': [entry('core-principles', 'laws')], // The 7 Fundamental Laws
  'core-principles/laws/index.md': [entry('core-principles', 'laws')], // 7 Fundamental Laws

  // migration
  '/excellence/migrations/': [entry('migration-guides')], // All Migration Guides
  '/excellence/migrations/batch-to-streaming/': [entry('batch-to-streaming')], // Streaming guide
  '/excellence/migrations/gossip-to-service-mesh/': [entry('gossip-to-service-mesh')], // Service mesh migration
  '/excellence/migrations/monolith-to-microservices/': [entry('monolith-to-microservices')], // Step-by-step guide
  '/excellence/migrations/polling-to-websocket/': [entry('polling-to-websocket')], // WebSocket migration
  '/excellence/migrations/shared-database-to-microservices/': [entry('shared-database-to-database-per-service')], // Database migration
  'architects-handbook/case-studies/messaging-streaming/batch-to-streaming.md': [entry('batch-to-streaming')], // Batch → Streaming
  'architects-handbook/case-studies/messaging-streaming/polling-to-event-driven.md': [entry('polling-to-event-driven')], // REST → Event-Driven
  'migration/index.md': [entry('migration-guides'), command('planMigration')], // All Migration Guides / Migration Roadmap Generator
  'migration/monolith-to-microservices.md': [entry('monolith-to-microservices')], // Monolith → Microservices

  // path
  '../architects-handbook/learning-paths/architect/': [path('architecture')], // Architecture
  '../architects-handbook/learning-paths/manager/': [path('leadership')], // Leadership / Leadership Path
  '../architects-handbook/learning-paths/new-graduate/': [path('foundations')], // Foundations / Start with Foundations
  '../architects-handbook/learning-paths/senior-engineer/': [path('advanced')], // Advanced
  'architects-handbook/learning-paths/architect.md': [path('architecture')], // Architecture Path
  'architects-handbook/learning-paths/index.md': [command('openLearning')], // All Learning Paths / View Learning Paths
  'architects-handbook/learning-paths/manager.md': [path('leadership')], // Leadership Path
  'architects-handbook/learning-paths/new-graduate.md': [path('foundations')], // Foundations Path
  'architects-handbook/learning-paths/senior-engineer.md': [path('advanced')], // Advanced Path

  // pattern
  '../pattern-library/': [entry('pattern-catalogue')], // Pattern Library
  '../pattern-library/architecture/event-driven/': [entry('event-driven-architecture')], // Event-driven patterns
  '../pattern-library/architecture/event-streaming/': [entry('event-streaming')], // Streaming architectures
  '../pattern-library/architecture/graphql-federation/': [entry('graphql-federation')], // GraphQL Federation
  '../pattern-library/architecture/lambda-architecture/': [entry('lambda-architecture')], // Real-time Analytics
  '../pattern-library/communication/api-gateway/': [entry('api-gateway')], // API Gateway
  '../pattern-library/communication/service-mesh/': [entry('service-mesh')], // Service Mesh
  '../pattern-library/communication/service-registry/': [entry('service-registry')], // Service Registry
  '../pattern-library/data-management/saga/': [entry('saga')], // Saga pattern / Saga
  '../pattern-library/pattern-decision-matrix.md': [entry('pattern-selection')], // Architecture Decision Framework
  '../pattern-library/resilience.md/': [entry('pattern-catalogue', 'resilience')], // Resilience patterns
  '../pattern-library/resilience/circuit-breaker/': [entry('circuit-breaker')], // Circuit Breaker
  '../pattern-library/scaling/': [entry('pattern-catalogue', 'scaling')], // Scaling patterns
  '../pattern-library/scaling/backpressure/': [entry('backpressure')], // Backpressure patterns
  '../pattern-library/scaling/caching-strategies/': [entry('read-replicas'), entry('caching-strategies')], // Read replicas + Caching
  '../pattern-library/scaling/edge-computing/': [entry('edge-computing'), entry('content-delivery-network')], // CDN patterns
  '../pattern-library/scaling/geo-distribution/': [entry('geo-distribution')], // H3 Geo-indexing
  '../pattern-library/scaling/rate-limiting/': [entry('rate-limiting')], // Rate Limiting
  '../patterns/auto-scaling.md': [entry('auto-scaling')], // Auto-Scaling
  '../patterns/backpressure.md': [entry('backpressure')], // Backpressure Handling
  '../patterns/bulkhead.md': [entry('bulkhead')], // Bulkhead Isolation
  '../patterns/cdc.md': [entry('change-data-capture')], // CDC Patterns
  '../patterns/circuit-breaker.md': [entry('circuit-breaker')], // Circuit Breaker Pattern
  '../patterns/consensus.md': [entry('consensus')], // Consensus Protocols
  '../patterns/cqrs.md': [entry('cqrs')], // CQRS Pattern
  '../patterns/distributed-lock.md': [entry('distributed-lock')], // Distributed Locks
  '../patterns/edge-computing.md': [entry('edge-computing')], // Edge Computing
  '../patterns/event-sourcing.md': [entry('event-sourcing')], // Event Sourcing
  '../patterns/finops.md': [entry('finops')], // Cost Optimization / FinOps Best Practices
  '../patterns/graceful-degradation.md': [entry('graceful-degradation')], // Graceful Degradation
  '../patterns/leader-election.md': [entry('leader-election')], // Leader Election
  '../patterns/load-balancing.md': [entry('load-balancing')], // Load Balancing
  '../patterns/multi-region.md': [entry('multi-region')], // Multi-Region Design
  '../patterns/observability.md': [entry('observability')], // Observability Basics
  '../patterns/queues-streaming.md': [entry('queues-streaming'), entry('event-streaming')], // Streaming Architectures
  '../patterns/retry-backoff.md': [entry('retry-backoff')], // Retry with Backoff
  '../patterns/saga.md': [entry('saga')], // Saga Pattern
  '../patterns/serverless-faas.md': [entry('serverless-faas')], // Serverless/FaaS / Serverless Architectures
  '../patterns/service-mesh.md': [entry('service-mesh')], // Service Mesh
  '../patterns/sharding.md': [entry('sharding')], // Sharding Strategies
  '../patterns/timeout.md': [entry('timeout')], // Timeout Pattern
  '/excellence/pattern-discovery/gold-patterns/': [entry('gold-patterns')], // Gold-tier patterns
  'architects-handbook/anti-patterns/index.md': [entry('anti-pattern-catalogue')], // Anti-Patterns
  'core-principles/patterns/cap-theorem.md': [entry('cap-theorem')], // CAP Theorem & Beyond
  'pattern-library/communication/index.md': [entry('pattern-catalogue', 'communication')], // Communication Patterns
  'pattern-library/data-management/event-sourcing.md': [entry('event-sourcing')], // Event Sourcing
  'pattern-library/data-management/index.md': [entry('pattern-catalogue', 'data-management'), entry('data-consistency')], // Data Management / Consistency
  'pattern-library/data-management/saga.md': [entry('saga')], // Saga Pattern
  'pattern-library/index.md': [entry('pattern-catalogue')], // Pattern Library
  'pattern-library/index.md#gold-tier': [entry('gold-patterns')], // Gold-tier Patterns
  'pattern-library/resilience/circuit-breaker.md': [entry('circuit-breaker')], // Circuit Breaker
  'pattern-library/resilience/index.md': [entry('pattern-catalogue', 'resilience')], // Incident Patterns / Resilience Patterns / High Availability
  'pattern-library/scaling/caching-strategies.md': [entry('caching-strategies'), entry('read-replicas')], // Caching + Read Replicas / Caching
  'pattern-library/scaling/index.md': [entry('pattern-catalogue', 'scaling')], // Scaling Patterns / Scalability / Performance
  'pattern-library/scaling/load-balancing.md': [entry('load-balancing')], // Load Balancing
  'pattern-library/scaling/multi-region.md': [entry('single-region-to-multi-region'), entry('multi-region')], // Single Region → Multi-Region
  'pattern-library/scaling/rate-limiting.md': [entry('rate-limiting')], // Rate Limiting
  'pattern-library/scaling/sharding.md': [entry('sharding')], // Sharding
  'pattern-library/security/index.md': [entry('pattern-catalogue', 'security')], // Security

  // pillar
  '../core-principles/pillars.md/': [entry('core-principles', 'pillars')], // The 5 Distribution Pillars
  '../part2-pillars/tradeoff-calculus.md': [entry('trade-off-calculus')], // Trade-off Matrices
  'core-principles/pillars/index.md': [entry('core-principles', 'pillars')], // 5 Core Pillars

  // reference
  '../core-principles/': [entry('core-principles'), command('openContributingGuide')], // Roadmap & Vision
  '../quantitative/littles-law.md': [entry('littles-law')], // Little's Law
  '../quantitative/queueing-models.md': [entry('queueing-theory')], // Queueing Theory
  '../reference/security.md': [entry('security-considerations')], // Security Fundamentals
  '/reference/glossary/': [entry('glossary')], // Glossary of Terms
  'reference/glossary.md': [entry('glossary')], // Glossary
  '/reference/pattern-selection-cheatsheet/': [entry('cheat-sheet')], // Pattern Cheat Sheet
  '/reference/security/': [entry('security-considerations')], // Security Considerations
  'core-principles/index.md': [entry('core-principles')], // Core Principles
  'reference/cross-reference-guide.md': [entry('cross-reference')], // Architecture Decision Guide / Cross-Reference Guide
  'site-map.md': [entry('all-entries')], // Browse All Content

  // tool
  '../architects-handbook/tools/availability-calculator/': [command('openAvailabilityCalculator')], // Availability Calculator
  '../architects-handbook/tools/capacity-calculator/': [command('openCapacityCalculator')], // Capacity Planner
  '../architects-handbook/tools/cost-optimizer/': [command('openCostCalculator')], // Cost Optimizer
  '../architects-handbook/tools/latency-calculator/': [command('openLatencyCalculator')], // Latency Estimator
  '../quantitative/capacity-planning.md': [entry('capacity-planning')], // Capacity Planning
  '/patterns/': [command('recommendPattern'), entry('pattern-catalogue')], // Pattern Discovery Tool / Jump to Patterns
  '/reference/pattern-health-dashboard/': [entry('pattern-health')], // Pattern Health Dashboard
  'architects-handbook/quantitative-analysis/index.md': [command('openCapacityCalculator')], // Capacity Planning Tool
  'start-here/assessment.md': [command('takeAssessment')], // Start Assessment
  'tools/index.md': [command('openCalculator')], // Interactive Tools
  'tools/pattern-decision-calculator.md': [command('recommendPattern'), command('planMigration')], // Pattern Discovery Tool / Migration Calculator / Pattern Decision Calculator
};

export const TOPICS: Readonly<Record<string, readonly Place[]>> = {
  'Zero-Trust Architecture': [entry('zero-trust')],
  'Distributed Authentication': [entry('distributed-authentication')],
  'Compliance at Scale': [entry('compliance-at-scale')],
  'Data Lakes & Warehouses': [entry('data-lake'), entry('data-warehouse')],
  'Real-time Analytics': [entry('real-time-analytics')],
  'Distributed Training': [entry('distributed-training')],
  'Model Serving at Scale': [entry('model-serving')],
  'Feature Stores': [entry('feature-store')],
  'ML Pipelines': [entry('ml-pipeline')],
  'Container Orchestration': [entry('container-orchestration')],
  'Cloud Cost Optimization': [entry('finops')],
};
