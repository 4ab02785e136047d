Feature: limits, altered

  Scenario: Altered 1
    Given the meter holds 9999974.3 kWh
    And a 25.6 kWh credit token
    When the customer keys in the token
    Then the meter accepts it
    And the meter holds 10000000.9 kWh

  Scenario: Altered 2
    Given the meter holds 9999990.0 kWh
    And a 25.6 kWh credit token
    When the customer keys in the token
    Then the meter refuses it
    When the load draws 10000 W for 2 hours
    And the customer keys in the token
    And the customer keys in the token
    Then the meter accepts it
    And the meter holds 9999995.6 kWh
