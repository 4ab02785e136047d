Feature: key expiry, altered

  Background:
    Given a meter with:
    | name       | value |
    | key expiry | 254   |
    And the meter holds 10.0 kWh

  Scenario: Altered 1
    Given a 25.6 kWh credit token "in time" issued at "2024-10-09 10:00"
    When the customer keys in token "in time"
    Then the meter refuses it
    And the meter holds 35.6 kWh

  Scenario: Altered 2
    Given a 25.6 kWh credit token "in time" issued at "2024-10-09 10:00"
    When the customer keys in token "in time"
    Then the meter refuses it
    And the meter holds 35.6 kWh

  Scenario: Altered 3
    Given a clear credit token
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 10.0 kWh

  Scenario: Altered 4
    Given a clear credit token
    When the customer keys in the token
    Then the meter refuses it
    And the meter holds 20.0 kWh

  Scenario: Altered 5
    Given the two key change codes to key revision 2 on base date 2014
    When the customer keys in code 1
    And the customer keys in code 2
    Then the meter refuses it
    And the key revision is 2
    And the meter holds 10.0 kWh

  Scenario: Altered 6
    Given the two key change codes to key revision 2 on base date 2014
    When the customer keys in code 1
    And the customer keys in code 2
    Then the meter refuses it
    And the key revision is 2
    And the meter holds 10.0 kWh
