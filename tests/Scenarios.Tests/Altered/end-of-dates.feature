Feature: end of dates, altered

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 12.5 kWh

  Scenario: Altered 1
    Given a 25.6 kWh credit token "last" issued at "2024-11-24 20:15"
    When the customer keys in token "last"
    Then the meter accepts it
    And the meter holds 48.1 kWh

  Scenario: Altered 2
    Given a 25.6 kWh credit token "late" issued at "2024-11-24 20:16"
    When the customer keys in token "late"
    Then the meter refuses it as old
    And the meter holds 22.5 kWh

  Scenario: Altered 3
    Given a 25.6 kWh credit token "bought in time"
    When the clock reaches "2025-03-01 09:00"
    And the customer keys in token "bought in time"
    Then the meter refuses it
    And the meter holds 38.1 kWh

  Scenario: Altered 4
    Given a 25.6 kWh credit token "bought in time"
    When the clock reaches "2025-03-01 09:00"
    When the clock reaches "2025-03-01 09:00"
    And the customer keys in token "bought in time"
    Then the meter accepts it
    And the meter holds 38.1 kWh

  Scenario: Altered 5
    Given the two key change codes to key revision 2 on base date 2014
    And a 40.0 kWh credit token "new" issued at "2024-12-24 08:05" under key revision 2 on base date 2014
    When the clock reaches "2024-12-24 08:00"
    And the customer keys in code 1
    And the customer keys in code 2
    Then the meter accepts it
    And the key revision is 2
    And the meter holds 52.5 kWh

  Scenario: Altered 6
    Given the two key change codes to key revision 2 on base date 2014
    And a 40.0 kWh credit token "new" issued at "2024-11-24 20:16" under key revision 2 on base date 2014
    When the customer keys in code 1
    And the customer keys in code 2
    And the clock reaches "2024-11-24 20:16"
    And the customer keys in token "new"
    Then the meter refuses it
    And the meter holds 52.5 kWh
